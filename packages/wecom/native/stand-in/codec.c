#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stand-in.h"

void text_add(struct text *text, const char *bytes, size_t length) {
  char *grown = realloc(text->bytes, text->length + length + 1);
  if (grown == NULL) abort();
  text->bytes = grown;
  if (length > 0) memcpy(text->bytes + text->length, bytes, length);
  text->length += length;
  text->bytes[text->length] = '\0';
}

void text_add_string(struct text *text, const char *string) { text_add(text, string, strlen(string)); }

void text_add_number(struct text *text, long long number) {
  char digits[32];
  snprintf(digits, sizeof digits, "%lld", number);
  text_add_string(text, digits);
}

void text_free(struct text *text) {
  free(text->bytes);
  *text = (struct text){NULL, 0};
}

static const char ALPHABET[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int value_of(char letter) {
  const char *found = letter == '\0' ? NULL : strchr(ALPHABET, letter);
  return found == NULL ? -1 : (int)(found - ALPHABET);
}

int base64_decode(const char *from, size_t length, struct text *into) {
  if (length % 4 != 0) return 0;
  size_t padding = 0;
  while (padding < 2 && padding < length && from[length - 1 - padding] == '=') padding += 1;
  char *bytes = malloc(length / 4 * 3 + 1);
  if (bytes == NULL) abort();
  size_t size = 0;
  unsigned held = 0;
  for (size_t i = 0; i < length; i += 1) {
    int value = i >= length - padding ? 0 : value_of(from[i]);
    if (value < 0) {
      free(bytes);
      return 0;
    }
    held = (held << 6) | (unsigned)value;
    if (i % 4 == 3) {
      bytes[size++] = (char)(held >> 16);
      bytes[size++] = (char)(held >> 8);
      bytes[size++] = (char)held;
      held = 0;
    }
  }
  text_add(into, bytes, size - padding);
  free(bytes);
  return 1;
}

void base64_encode(const char *from, size_t length, struct text *into) {
  for (size_t i = 0; i < length; i += 3) {
    unsigned held = (unsigned)(unsigned char)from[i] << 16;
    if (i + 1 < length) held |= (unsigned)(unsigned char)from[i + 1] << 8;
    if (i + 2 < length) held |= (unsigned)(unsigned char)from[i + 2];
    char four[4] = {ALPHABET[held >> 18], ALPHABET[(held >> 12) & 63], i + 1 < length ? ALPHABET[(held >> 6) & 63] : '=',
                    i + 2 < length ? ALPHABET[held & 63] : '='};
    text_add(into, four, 4);
  }
}

int hex_decode(const char *from, size_t length, unsigned char *into, size_t size) {
  if (length != size * 2) return 0;
  for (size_t i = 0; i < size; i += 1) {
    char pair[3] = {from[2 * i], from[2 * i + 1], '\0'};
    char *end = NULL;
    into[i] = (unsigned char)strtoul(pair, &end, 16);
    if (end != pair + 2 || pair[0] == '+' || pair[0] == '-' || pair[0] == ' ') return 0;
  }
  return 1;
}

static int read_varint(const struct text *message, size_t *at, uint64_t *value) {
  *value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (*at >= message->length) return 0;
    unsigned char byte = (unsigned char)message->bytes[(*at)++];
    *value |= (uint64_t)(byte & 127) << shift;
    if (byte < 128) return 1;
  }
  return 0;
}

int wire_next(const struct text *message, size_t *at, struct wire_field *field) {
  uint64_t key = 0, value = 0;
  if (*at == message->length) return 0;
  if (!read_varint(message, at, &key) || key >> 3 == 0 || key >> 3 > 536870911) return -1;
  *field = (struct wire_field){(unsigned)(key >> 3), 0, 0, NULL, 0};
  switch (key & 7) {
    case 0:
      if (!read_varint(message, at, &value)) return -1;
      field->value = (int64_t)value;
      return 1;
    case 1:
    case 5:
      value = (key & 7) == 1 ? 8 : 4;
      if (message->length - *at < value) return -1;
      *at += value;
      return 1;
    case 2:
      if (!read_varint(message, at, &value) || value > message->length - *at) return -1;
      field->is_text = 1;
      field->bytes = message->bytes + *at;
      field->length = (size_t)value;
      *at += field->length;
      return 1;
    default:
      return -1;
  }
}
