#define _GNU_SOURCE
#include "frames.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exits.h"

#define HEADER_BYTES 5u
#define ANY_SIZE 0u

/* The size that each field must have; ANY_SIZE where it is text. */
struct shape {
  unsigned count;
  uint32_t sizes[MOST_FIELDS];
};

static const struct shape SHAPES[] = {
    [REQUEST_PING] = {0, {0}},
    [REQUEST_INIT] = {2, {ANY_SIZE, ANY_SIZE}},
    [REQUEST_CHAT] = {5, {8, 4, ANY_SIZE, ANY_SIZE, 4}},
    [REQUEST_DECRYPT] = {2, {ANY_SIZE, ANY_SIZE}},
    [REQUEST_MEDIA] = {5, {ANY_SIZE, ANY_SIZE, ANY_SIZE, ANY_SIZE, 4}},
};

static uint32_t read_u32(const unsigned char *at) {
  return ((uint32_t)at[0] << 24) | ((uint32_t)at[1] << 16) | ((uint32_t)at[2] << 8) | (uint32_t)at[3];
}

static void put_u32(unsigned char *at, uint32_t value) {
  at[0] = (unsigned char)(value >> 24);
  at[1] = (unsigned char)(value >> 16);
  at[2] = (unsigned char)(value >> 8);
  at[3] = (unsigned char)value;
}

uint32_t number32(const struct field *field) { return read_u32((const unsigned char *)field->text); }

uint64_t number64(const struct field *field) {
  const unsigned char *at = (const unsigned char *)field->text;
  return ((uint64_t)read_u32(at) << 32) | read_u32(at + 4);
}

/* How many of `size` bytes came before the end of the stream. */
static size_t read_fully(int from, unsigned char *into, size_t size) {
  size_t got = 0;
  while (got < size) {
    ssize_t count = read(from, into + got, size - got);
    if (count > 0) {
      got += (size_t)count;
    } else if (count == 0) {
      break;
    } else if (errno != EINTR) {
      _exit(EXIT_PIPE);
    }
  }
  return got;
}

static void write_fully(int to, const void *from, size_t size) {
  const unsigned char *at = from;
  while (size > 0) {
    ssize_t count = write(to, at, size);
    if (count > 0) {
      at += count;
      size -= (size_t)count;
    } else if (count < 0 && errno == EINTR) {
      continue;
    } else {
      _exit(EXIT_PIPE);
    }
  }
}

/* All lengths are read before the first NUL is written behind a field, where the next length stands. */
static void read_fields(struct request *request) {
  const struct shape *shape = &SHAPES[request->type];
  size_t at = HEADER_BYTES;
  for (unsigned i = 0; i < shape->count; i += 1) {
    if (at == request->size) _exit(EXIT_FIELD_COUNT);
    if (request->size - at < 4) _exit(EXIT_FIELD_CUT);
    uint32_t length = read_u32(request->memory + at);
    at += 4;
    if (length > request->size - at) _exit(EXIT_FIELD_CUT);
    if (shape->sizes[i] != ANY_SIZE && length != shape->sizes[i]) _exit(EXIT_FIELD_SIZE);
    request->fields[i] = (struct field){(char *)request->memory + at, length};
    at += length;
  }
  if (at != request->size) _exit(EXIT_FIELD_COUNT);
  for (unsigned i = 0; i < shape->count; i += 1) request->fields[i].text[request->fields[i].length] = '\0';
}

int read_request(int from, struct request *request) {
  unsigned char length[4];
  memset(request, 0, sizeof *request);
  size_t got = read_fully(from, length, sizeof length);
  if (got == 0) return 0;
  if (got < sizeof length) _exit(EXIT_FRAME_CUT);
  request->size = read_u32(length);
  if (request->size < HEADER_BYTES) _exit(EXIT_FRAME_SHORT);
  if (request->size > MOST_FRAME_BYTES) _exit(EXIT_FRAME_LONG);
  request->memory = malloc(request->size + 1);
  if (request->memory == NULL) _exit(EXIT_FRAME_MEMORY);
  if (read_fully(from, request->memory, request->size) < request->size) _exit(EXIT_FRAME_CUT);
  request->type = request->memory[0];
  request->call = read_u32(request->memory + 1);
  if (request->type < REQUEST_PING || request->type > REQUEST_MEDIA) _exit(EXIT_FRAME_TYPE);
  read_fields(request);
  return 1;
}

void forget_request(struct request *request) {
  explicit_bzero(request->memory, request->size + 1);
  free(request->memory);
  memset(request, 0, sizeof *request);
}

void write_answer(int to, const struct request *request, const struct answer *answer, uint64_t resident_bytes) {
  unsigned char head[4 + HEADER_BYTES + 8 + 12 + 4];
  unsigned char index_length[4];
  unsigned char finished[5] = {0, 0, 0, 1, answer->finished};
  put_u32(head, (uint32_t)(sizeof head - 4 + answer->length + 4 + answer->index_length + sizeof finished));
  head[4] = request->type | 0x80;
  put_u32(head + 5, request->call);
  put_u32(head + 9, 4);
  put_u32(head + 13, (uint32_t)answer->code);
  put_u32(head + 17, 8);
  put_u32(head + 21, (uint32_t)(resident_bytes >> 32));
  put_u32(head + 25, (uint32_t)resident_bytes);
  put_u32(head + 29, answer->length);
  put_u32(index_length, answer->index_length);
  write_fully(to, head, sizeof head);
  write_fully(to, answer->bytes, answer->length);
  write_fully(to, index_length, sizeof index_length);
  write_fully(to, answer->index, answer->index_length);
  write_fully(to, finished, sizeof finished);
}
