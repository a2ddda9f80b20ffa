-- what: how often passwords were tried lately, per account, address and known device
-- why:  a limit on guessing that holds over all processes, and tells nobody which accounts exist
-- locks: none that matter, the table is new
-- safe while old code runs: yes; it counts nothing

-- A slot is 20 bits of a keyed hash: the table cannot grow beyond a million rows of a kind, whoever guesses whatever,
-- and does not say who was tried. Two that share a slot share its limit, which nobody without the key can arrange.
CREATE TABLE identity.attempts (
  kind     text NOT NULL CHECK (kind IN ('account', 'address', 'device')),
  slot     integer NOT NULL CHECK (slot BETWEEN 0 AND 1048575),
  -- Of the tries that still count, oldest first; never more than the limit.
  tried_at timestamptz[] NOT NULL,
  ends_at  timestamptz NOT NULL,
  PRIMARY KEY (kind, slot)
);
CREATE INDEX attempts_ended ON identity.attempts (ends_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.attempts TO hw_identity;
