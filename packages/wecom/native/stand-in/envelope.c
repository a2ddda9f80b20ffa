#include <stdlib.h>
#include <string.h>

#include "stand-in.h"

#define IGNORED 13u
#define KEY 32u
#define LEAST 45u

/* What encrypt_key holds once opened: the second key and how the body's text is cut up. */
struct key_info {
  struct text k1;
  int64_t pre_length;
  int64_t end_length;
  int64_t s_length;
};

static int unseal(const char key[KEY], const char *sealed, size_t length, struct text *into) {
  struct text bytes = {NULL, 0};
  int opened = base64_decode(sealed, length, &bytes) && decrypt_cbc(key, &bytes, into);
  text_free(&bytes);
  return opened;
}

static int read_key_info(const struct text *opened, struct key_info *info) {
  struct wire_field field;
  size_t at = 0;
  int more;
  while ((more = wire_next(opened, &at, &field)) == 1) {
    if (field.number == 1 && field.is_text) {
      info->k1.length = 0;
      text_add(&info->k1, field.bytes, field.length);
    }
    if (field.number == 2 && !field.is_text) info->pre_length = (int32_t)field.value;
    if (field.number == 3 && !field.is_text) info->end_length = (int32_t)field.value;
    if (field.number == 4 && !field.is_text) info->s_length = (int32_t)field.value;
  }
  return more == 0 && opened->length > 0;
}

/* The body's text without its noise; 0 for lengths that do not fit. */
static int cut(const char *message, size_t length, const struct key_info *info, int may_abort, struct text *body) {
  size_t rest = length - LEAST;
  if (info->s_length <= 0 || 2 * info->s_length >= (int64_t)length) return 0;
  if (info->pre_length < 0 || info->pre_length > (int64_t)rest || info->end_length < 0) return 0;
  const char *from = message + LEAST + info->pre_length;
  rest -= (size_t)info->pre_length;
  size_t s = (size_t)info->s_length;
  if (rest < s) {
    /* std::out_of_range in the vendor's. */
    if (may_abort) abort();
    return 0;
  }
  size_t noise = rest - s < s ? rest - s : s;
  if (info->end_length > (int64_t)(rest - noise)) return 0;
  text_add(body, from, s);
  text_add(body, from + s + noise, rest - s - noise);
  body->length -= (size_t)info->end_length;
  return 1;
}

int open_envelope(const char *key, const char *message, int may_abort, struct text *into) {
  struct key_info info = {{NULL, 0}, 0, 0, 0};
  struct text opened = {NULL, 0}, body = {NULL, 0};
  size_t length = strlen(message);
  char k1[KEY] = {0};
  int code = OK;
  if (length < IGNORED && may_abort) abort();
  if (length < LEAST || !unseal(message + IGNORED, key, strlen(key), &opened)) {
    code = BAD_KEY;
  } else if (!read_key_info(&opened, &info) || !cut(message, length, &info, may_abort, &body)) {
    code = BAD_FILE_ID;
  } else {
    if (info.k1.length > 0) memcpy(k1, info.k1.bytes, info.k1.length < KEY ? info.k1.length : KEY);
    if (info.k1.length == 0 || !unseal(k1, body.bytes, body.length, into)) code = DECRYPT_FAILED;
  }
  text_free(&info.k1);
  text_free(&opened);
  text_free(&body);
  return code;
}
