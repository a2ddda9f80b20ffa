#ifndef HIGHWATER_STAND_IN_H
#define HIGHWATER_STAND_IN_H

/*
 * A stand-in for the vendor's library, for tests: its 17 functions with the behaviour that was measured, and a control
 * file that makes it answer, hang, print, leak or die as a test wants. It never serves a real corp.
 */
#include <stddef.h>
#include <stdint.h>

#define HOST "qyapi.weixin.qq.com"
#define SHARD_BYTES 524288

enum code {
  OK = 0,
  BAD_ARGUMENT = 10000,
  NETWORK_FAILED = 10001,
  PARSE_FAILED = 10002,
  SYSTEM_FAILED = 10003,
  BAD_FILE_ID = 10005,
  DECRYPT_FAILED = 10006,
  BAD_KEY = 10008,
};

/* Bytes with a NUL behind them; `bytes` is malloc'ed or NULL. */
struct text {
  char *bytes;
  size_t length;
};

void text_add(struct text *text, const char *bytes, size_t length);
void text_add_string(struct text *text, const char *string);
void text_add_number(struct text *text, long long number);
void text_free(struct text *text);

/* codec.c: strict base64, hex, and messages of protobuf. NULL or 0 where the input is none. */
int base64_decode(const char *from, size_t length, struct text *into);
void base64_encode(const char *from, size_t length, struct text *into);
int hex_decode(const char *from, size_t length, unsigned char *into, size_t size);
struct wire_field {
  unsigned number;
  int is_text;
  int64_t value;
  const char *bytes;
  size_t length;
};
/* 1: a field was read and `at` moved behind it; 0: the end; -1: no protobuf. */
int wire_next(const struct text *message, size_t *at, struct wire_field *field);

/* flat-json.c: one object of text and whole numbers. */
struct json_field {
  struct text name;
  int is_text;
  struct text value;
  long long number;
};
#define MOST_JSON_FIELDS 16
struct json_object {
  struct json_field fields[MOST_JSON_FIELDS];
  unsigned count;
};
/* 0 when it is no such object. Free in any case. */
int json_read(const struct text *from, struct json_object *object);
const struct json_field *json_find(const struct json_object *object, const char *name);
/* 1 when no field has a name beside `names`, which ends with NULL. */
int json_only(const struct json_object *object, const char *const *names);
void json_free(struct json_object *object);

/* crypto.c: OpenSSL's, found at run time. Decrypts and removes PKCS#7 padding; 0 when that fails. */
int decrypt_cbc(const char *key32, const struct text *sealed, struct text *into);
int decrypt_ecb(const unsigned char key[16], const struct text *sealed, int remove_padding, struct text *into);
/* TLS on a connected socket, certificate not verified but for the host's name. NULL when it fails. */
void *tls_open(int socket, const char *host);
int tls_read(void *tls, char *into, int size);
int tls_write(void *tls, const char *from, int size);
void tls_close(void *tls);

/* connection.c: one request on one connection. */
struct exchange {
  const char *proxy;
  const char *passwd;
  int timeout;
  struct text request;
  struct text head;
  struct text body;
};
/* OK or NETWORK_FAILED; `request` is sent, `head` and `body` are filled. */
int exchange_run(struct exchange *exchange);
void exchange_free(struct exchange *exchange);

/* session.c: the calls that need the network. */
struct sdk {
  struct text corpid;
  struct text secret;
  struct text token;
  int has_token;
  long long token_until;
  struct control *control;
};
int fetch_chat(struct sdk *sdk, uint64_t seq, unsigned limit, const char *proxy, const char *passwd, int timeout,
               struct text *body);
int fetch_media(struct sdk *sdk, const char *index, const char *file_id, const char *proxy, const char *passwd,
                int timeout, struct text *bytes, struct text *next_index, int *finished);

/* envelope.c */
int open_envelope(const char *key, const char *message, int may_abort, struct text *into);

/* control.c: what the control file says about this call. */
#define MOST_CONTROL_BYTES 65536
struct control {
  const char *call;
  unsigned turn;
  char *text;
};
/* Reads the file and does what it says happens before an answer: prints, leaks, waits, hangs, dies. */
void control_begin(struct control *control, const char *call, unsigned turn);
/* The value of "<call>.<setting>", or NULL. Valid until control_end. */
const char *control_text(const struct control *control, const char *setting);
long long control_number(const struct control *control, const char *setting, long long otherwise);
void control_end(struct control *control);

#endif
