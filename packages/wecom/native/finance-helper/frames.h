#ifndef HIGHWATER_FRAMES_H
#define HIGHWATER_FRAMES_H

#include <stddef.h>
#include <stdint.h>

/* The framed protocol of docs/helper-protocol.md. All numbers are big-endian. */

#define MOST_FRAME_BYTES (64u * 1024u * 1024u)
#define MOST_FIELDS 5u

enum request_type {
  REQUEST_PING = 1,
  REQUEST_INIT = 2,
  REQUEST_CHAT = 3,
  REQUEST_DECRYPT = 4,
  REQUEST_MEDIA = 5,
};

/* `text` has a NUL behind its `length` bytes, and may have others within. */
struct field {
  char *text;
  uint32_t length;
};

struct request {
  uint8_t type;
  uint32_t call;
  struct field fields[MOST_FIELDS];
  unsigned char *memory;
  size_t size;
};

struct answer {
  int32_t code;
  const char *bytes;
  uint32_t length;
  const char *index;
  uint32_t index_length;
  uint8_t finished;
};

/* The next request, or 0 at the end of the stream between two frames. Ends the process at a malformed frame. */
int read_request(int from, struct request *request);

/* Overwrites and frees what read_request allocated. */
void forget_request(struct request *request);

/* Ends the process when the reader is gone. */
void write_answer(int to, const struct request *request, const struct answer *answer, uint64_t resident_bytes);

uint32_t number32(const struct field *field);
uint64_t number64(const struct field *field);

#endif
