#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "stand-in.h"

struct place {
  const char *at;
  const char *end;
};

static void skip_space(struct place *place) {
  while (place->at < place->end && strchr(" \t\r\n", *place->at) != NULL && *place->at != '\0') place->at += 1;
}

static int take(struct place *place, char letter) {
  skip_space(place);
  if (place->at == place->end || *place->at != letter) return 0;
  place->at += 1;
  return 1;
}

static void add_utf8(struct text *into, unsigned code) {
  char bytes[3];
  if (code < 0x80) {
    bytes[0] = (char)code;
    text_add(into, bytes, 1);
  } else if (code < 0x800) {
    bytes[0] = (char)(0xc0 | (code >> 6));
    bytes[1] = (char)(0x80 | (code & 63));
    text_add(into, bytes, 2);
  } else {
    bytes[0] = (char)(0xe0 | (code >> 12));
    bytes[1] = (char)(0x80 | ((code >> 6) & 63));
    bytes[2] = (char)(0x80 | (code & 63));
    text_add(into, bytes, 3);
  }
}

static int read_escape(struct place *place, struct text *into) {
  static const char LETTERS[] = "\"\\/bfnrt", MEANT[] = "\"\\/\b\f\n\r\t";
  if (place->at == place->end || *place->at == '\0') return 0;
  char letter = *place->at++;
  const char *found = strchr(LETTERS, letter);
  if (found != NULL) {
    text_add(into, &MEANT[found - LETTERS], 1);
    return 1;
  }
  unsigned char two[2];
  if (letter != 'u' || place->end - place->at < 4 || !hex_decode(place->at, 4, two, 2)) return 0;
  place->at += 4;
  add_utf8(into, ((unsigned)two[0] << 8) | two[1]);
  return 1;
}

static int read_text(struct place *place, struct text *into) {
  if (!take(place, '"')) return 0;
  text_add(into, "", 0);
  for (;;) {
    const char *from = place->at;
    while (place->at < place->end && *place->at != '"' && *place->at != '\\' && (unsigned char)*place->at >= 32)
      place->at += 1;
    text_add(into, from, (size_t)(place->at - from));
    if (place->at == place->end) return 0;
    char letter = *place->at++;
    if (letter == '"') return 1;
    if (letter != '\\' || !read_escape(place, into)) return 0;
  }
}

static int read_number(struct place *place, long long *number) {
  skip_space(place);
  char digits[24];
  size_t length = 0;
  while (place->at < place->end && length < sizeof digits - 1 &&
         (isdigit((unsigned char)*place->at) || (length == 0 && *place->at == '-')))
    digits[length++] = *place->at++;
  digits[length] = '\0';
  if (length == 0 || !isdigit((unsigned char)digits[length - 1])) return 0;
  *number = strtoll(digits, NULL, 10);
  return 1;
}

static int read_field(struct place *place, struct json_field *field) {
  if (!read_text(place, &field->name) || !take(place, ':')) return 0;
  skip_space(place);
  field->is_text = place->at < place->end && *place->at == '"';
  return field->is_text ? read_text(place, &field->value) : read_number(place, &field->number);
}

int json_read(const struct text *from, struct json_object *object) {
  struct place place = {from->bytes, from->bytes == NULL ? NULL : from->bytes + from->length};
  memset(object, 0, sizeof *object);
  if (!take(&place, '{')) return 0;
  if (!take(&place, '}')) {
    do {
      if (object->count == MOST_JSON_FIELDS) return 0;
      object->count += 1;
      if (!read_field(&place, &object->fields[object->count - 1])) return 0;
    } while (take(&place, ','));
    if (!take(&place, '}')) return 0;
  }
  skip_space(&place);
  return place.at == place.end;
}

const struct json_field *json_find(const struct json_object *object, const char *name) {
  for (unsigned i = 0; i < object->count; i += 1)
    if (strcmp(object->fields[i].name.bytes, name) == 0) return &object->fields[i];
  return NULL;
}

int json_only(const struct json_object *object, const char *const *names) {
  for (unsigned i = 0; i < object->count; i += 1) {
    const char *const *name = names;
    while (*name != NULL && strcmp(object->fields[i].name.bytes, *name) != 0) name += 1;
    if (*name == NULL) return 0;
  }
  return 1;
}

void json_free(struct json_object *object) {
  for (unsigned i = 0; i < object->count; i += 1) {
    text_free(&object->fields[i].name);
    text_free(&object->fields[i].value);
  }
  object->count = 0;
}
