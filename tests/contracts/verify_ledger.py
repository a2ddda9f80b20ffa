"""Verifies a ledger file as docs/ledger-format.md says. Ends with 0, with 1 and the first wrong row, or 2: not read."""
import argparse, base64, datetime, hashlib, itertools, json, re, sys
N, SPKI = "(?:0|[1-9][0-9]{0,19})", "MCowBQYDK2VwAyEA[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="
OWNER, SIGNED, WORD = "tenant:word connection:word corp:word", "key:name signature:sig", '"[A-Za-z0-9_.:-]{1,64}"'
def many(form): return rf"\[(?:{form}(?:,{form})*)?\]"
FORMS = {"": N, "seq": f'"{N}"', "word": WORD, "hash": '"[0-9a-f]{64}"', "keys": many(f'"{SPKI}"'),
         "ranges": many(rf'\["{N}","{N}"\]'), "kinds": many(rf"\[{WORD},{N}\]"), "time?": f"(?:{N}|null)",
         "date": '"[0-9]{4}-[0-9]{2}-[0-9]{2}"', "name": '"[0-9a-f]{16}"', "sig": '"[A-Za-z0-9+/]{85}[AQgw]=="'}
ROWS = {"ledger": f"{OWNER} made keys:keys", "end": "pages days head:hash sha256:hash",
        "page": "page after:seq first:seq last:seq count unseen:ranges sha256:hash received leaf:hash chain:hash",
        "day": f"{OWNER} day:date from to after:seq last:seq envelopes unseen:seq opened sealed unreadable kinds:kinds"
               f" rows:hash head:hash previous:hash signed {SIGNED}",
        "checkpoint": f"{OWNER} pages head:hash seq:seq answered:time? at {SIGNED}"}
for kind, fields in ROWS.items():  # becomes the one way to write such a row, as a pattern of its bytes
    fields = "".join(f',"{name}":{FORMS[form]}' for name, _, form in (field.partition(":") for field in fields.split()))
    ROWS[kind] = re.compile(rf'\{{"type":"highwater/v1/{kind}"{fields}\}}\n'.encode())

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519 as in RFC 8032
D, I = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)
def point(raw):  # None when these bytes are no point
    y, sign = int.from_bytes(raw, "little") % 2**255, raw[31] >> 7
    root = pow((y * y - 1) * pow(D * y * y + 1, -1, P), (P + 3) // 8, P)
    for x in (root, root * I % P, -root % P, -root * I % P):
        if y < P and x % 2 == sign and (x * x * (D * y * y + 1) - y * y + 1) % P == 0: return x, y, 1, x * y % P
def add(p, q):
    a, b, c, d = (p[1] - p[0]) * (q[1] - q[0]), (p[1] + p[0]) * (q[1] + q[0]), 2 * D * p[3] * q[3], 2 * p[2] * q[2]
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d - c) * (d + c) % P, (b - a) * (b + a) % P
def times(n, p): return add(times(n >> 1, add(p, p)), p if n & 1 else (0, 1, 1, 0)) if n else (0, 1, 1, 0)
def holds(public, text, signature):  # s * base = r + k * key, so this is zero: (L - s) * base + r + k * key
    base, key, r = map(point, ((4 * pow(5, -1, P) % P).to_bytes(32, "little"), public, signature[:32]))
    hashed, s = hashlib.sha512(signature[:32] + public + text).digest(), int.from_bytes(signature[32:], "little")
    if not key or not r or s >= L: return False
    x, y, z, _ = add(times(L - s, base), add(r, times(int.from_bytes(hashed, "little") % L, key)))
    return x == 0 and y == z

def must(true, why):
    if not true: raise ValueError(why)
def same(row, values):
    for name, value in values.items(): must(row[name] == value, f'"{name}" should be {json.dumps(value)}')
def read(file):
    for line in itertools.count(1):
        read.place, text = f"{file.name} line {line}", file.readline(1 << 24)  # no row is longer than 16 MiB
        if not text: return  # the place is now the line that is not there
        must(kinds := [k for k, form in ROWS.items() if form.fullmatch(text)], "not written in the one way of any row")
        yield kinds[0], json.loads(text), text
def root_of(row, text, keys):
    signed, key = text[:text.rindex(b',"signature":')] + b"}", keys.get(row["key"])
    must(key and holds(key, signed, base64.b64decode(row["signature"])), "unknown key or wrong signature")
    return hashlib.sha256(signed).hexdigest()
def sha_list(*texts): return hashlib.sha256(json.dumps(texts, separators=(",", ":")).encode()).hexdigest()

def verify(rows, points, keys):
    kind, header, text = next(rows, ("", {}, b""))
    must(kind == "ledger" and keys != [], "no header" if keys != [] else "no Ed25519 key in the file of --key")
    owner, awaited, whole = {n: header[n] for n in ("tenant", "connection", "corp")}, {}, hashlib.sha256(text)
    keys = {hashlib.sha256(der).hexdigest()[:16]: der[12:] for der in map(base64.b64decode, keys or header["keys"])}
    pages, days, cursor, chain, root, last_day, own = 0, 0, 0, "0" * 64, "0" * 64, -10**6, None
    for kind, row, text in points:
        same(row, {"type": "highwater/v1/checkpoint", **owner})
        must(row["pages"] or (row["head"], row["seq"]) == (chain, "0"), "head or seq before the first page is not zero")
        awaited.setdefault(row["pages"], {})[row["head"], row["seq"]] = root_of(row, text, keys)
    for kind, row, text in rows:
        if not own: begin, envelopes, unseen, newest, own = (pages + 1, str(cursor)), 0, 0, 0, hashlib.sha256()
        if kind == "page":
            after, first, last, count = int(row["after"]), int(row["first"]), int(row["last"]), row["count"]
            holes, again = [(int(a) - 1, int(b)) for a, b in row["unseen"]], after < cursor  # above a, up to b
            edges, lost = [after - 1, *itertools.chain(*holes), last], sum(b - a for a, b in holes)
            fits = edges == sorted(set(edges)) and first == dict(holes).get(after, after) + 1
            fits = not holes and after < first <= last if again else fits and last - after == count + lost
            must(fits and 0 < count <= last - after and last < 2**64 and after <= cursor, "the numbers do not fit")
            leaf = [row[n] for n in ("after", "first", "last")] + [str(count), row["unseen"], row["sha256"]]
            leaf = sha_list("highwater/v1/leaf", owner["tenant"], owner["connection"], *leaf, str(row["received"]))
            pages, chain, cursor = pages + 1, sha_list("highwater/v1/link", chain, leaf), cursor if again else last
            same(row, {"page": pages, "leaf": leaf, "chain": chain})
            newest, envelopes, unseen = max(newest, row["received"]), envelopes + count, unseen + lost
            must(awaited.pop(pages, {}).keys() <= {(chain, str(cursor))}, "a checkpoint has another head or seq here")
            own.update(text)
        elif kind == "day":
            same(row, {**owner, "from": begin[0], "to": pages, "after": begin[1], "last": str(cursor), "head": chain,
                       "envelopes": envelopes, "unseen": str(unseen), "rows": own.hexdigest(), "previous": root})
            day = datetime.date.fromisoformat(row["day"]).toordinal() - 719163  # 1970-01-01 is day 0
            must(last_day < day >= newest // 86_400_000, "not later than the day before, or a page is of a later day")
            days, root, last_day, own = days + 1, root_of(row, text, keys), day, None
        else:
            must(kind == "end", f"a {kind} row has no place here")
            same(row, {"pages": pages, "days": days, "head": chain, "sha256": whole.hexdigest()})
            must(max(awaited, default=0) <= pages, "pages were cut off: a checkpoint has more of them")
            must(next(rows, None) is None, "a row behind the closing row")
            return f"verified: connection {owner['connection']}, {pages} pages, last seq {cursor}, {days} signed days"
        whole.update(text)
    must(False, "the file is cut off: no closing row")

options = argparse.ArgumentParser(description=__doc__)
for name in ("FILE", "--against", "--key"): options.add_argument(name, type=argparse.FileType("rb"))
given = options.parse_args()
try:
    keys = given.key and re.findall(rf"-+BEGIN PUBLIC KEY-+\s+({SPKI})\s+-+END PUBLIC KEY-+".encode(), given.key.read())
    print(verify(read(given.FILE), read(given.against) if given.against else (), keys))
except ValueError as why: sys.exit(f"{read.place}: {why}")
except OSError as error: options.error(str(error))
