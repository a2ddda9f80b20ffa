#define _GNU_SOURCE
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "stand-in.h"

#define VERSION 3
#define FORM "Content-Type: application/x-www-form-urlencoded\r\n"

static void add_query(struct text *text, const char *value) {
  for (; *value != '\0'; value += 1) {
    char letter = *value, escaped[4];
    if ((letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
        strchr("-_.~", letter) != NULL) {
      text_add(text, &letter, 1);
    } else {
      snprintf(escaped, sizeof escaped, "%%%02X", (unsigned)(unsigned char)letter);
      text_add_string(text, escaped);
    }
  }
}

static int is_token_field(const struct json_field *field, int is_text) {
  return field == NULL || field->is_text == is_text;
}

/* Takes four fields and nothing else; anything odd ends the process, as an uncaught exception does in the vendor's. */
static int take_token(struct sdk *sdk, const struct text *body) {
  static const char *const KNOWN[] = {"errcode", "errmsg", "access_token", "expires_in", NULL};
  struct json_object reply;
  int is_reply = json_read(body, &reply) && json_only(&reply, KNOWN);
  const struct json_field *errcode = json_find(&reply, "errcode");
  const struct json_field *token = json_find(&reply, "access_token");
  const struct json_field *expires = json_find(&reply, "expires_in");
  is_reply = is_reply && is_token_field(errcode, 0) && is_token_field(token, 1) && is_token_field(expires, 0);
  if (!is_reply) {
    json_free(&reply);
    if (control_number(sdk->control, "abort_on_odd_token", 1)) abort();
    return PARSE_FAILED;
  }
  /* The errcode is not looked at: the data call goes out with an empty token. */
  int refused = errcode != NULL && errcode->number != 0 && control_number(sdk->control, "heed_token_errcode", 0);
  text_free(&sdk->token);
  if (token != NULL) text_add(&sdk->token, token->value.bytes, token->value.length);
  sdk->has_token = !refused && token != NULL && token->value.length > 0;
  sdk->token_until = (long long)time(NULL) + (expires == NULL ? 0 : expires->number);
  json_free(&reply);
  return refused ? PARSE_FAILED : OK;
}

static int need_token(struct sdk *sdk, const char *proxy, const char *passwd, int timeout) {
  if (sdk->has_token && (long long)time(NULL) <= sdk->token_until) return OK;
  struct exchange exchange = {proxy, passwd, timeout, {NULL, 0}, {NULL, 0}, {NULL, 0}};
  text_add_string(&exchange.request, "GET /cgi-bin/gettoken?corpid=");
  add_query(&exchange.request, sdk->corpid.bytes == NULL ? "" : sdk->corpid.bytes);
  text_add_string(&exchange.request, "&corpsecret=");
  add_query(&exchange.request, sdk->secret.bytes == NULL ? "" : sdk->secret.bytes);
  text_add_string(&exchange.request, " HTTP/1.0\r\nHost: " HOST "\r\nAccept: */*\r\n\r\n");
  int code = exchange_run(&exchange);
  if (code == OK) code = take_token(sdk, &exchange.body);
  exchange_free(&exchange);
  return code;
}

static int post(struct sdk *sdk, const char *path, const char *range, const struct text *body,
                struct exchange *exchange) {
  text_add_string(&exchange->request, "POST ");
  text_add_string(&exchange->request, path);
  text_add_string(&exchange->request, "?access_token=");
  add_query(&exchange->request, sdk->token.bytes == NULL ? "" : sdk->token.bytes);
  text_add_string(&exchange->request, " HTTP/1.0\r\nHost: " HOST "\r\nAccept: */*\r\n");
  if (range != NULL) {
    text_add_string(&exchange->request, range);
    text_add_string(&exchange->request, "\r\n");
  }
  text_add_string(&exchange->request, "Content-Length: ");
  text_add_number(&exchange->request, (long long)body->length);
  text_add_string(&exchange->request, "\r\n" FORM "\r\n");
  text_add(&exchange->request, body->bytes, body->length);
  return exchange_run(exchange);
}

/* Kept although WeCom refused it, unless a test wants a library that learns. */
static void reconsider_token(struct sdk *sdk, const struct text *body) {
  if (!control_number(sdk->control, "forget_refused_token", 0) || body->bytes == NULL) return;
  if (strstr(body->bytes, "\"errcode\":40014") != NULL || strstr(body->bytes, "\"errcode\":42001") != NULL)
    sdk->has_token = 0;
}

int fetch_chat(struct sdk *sdk, uint64_t seq, unsigned limit, const char *proxy, const char *passwd, int timeout,
               struct text *into) {
  int code = need_token(sdk, proxy, passwd, timeout);
  if (code != OK) return code;
  char body[160];
  snprintf(body, sizeof body, "{\"seq\":%" PRId64 ",\"limit\":%u,\"version\":%d,\"encrypt_sign\":\"stand-in\"}",
           (int64_t)seq, limit, VERSION);
  struct text sent = {body, strlen(body)};
  struct exchange exchange = {proxy, passwd, timeout, {NULL, 0}, {NULL, 0}, {NULL, 0}};
  code = post(sdk, "/cgi-bin/message/getchatdata", NULL, &sent, &exchange);
  if (code == OK) {
    reconsider_token(sdk, &exchange.body);
    text_add(into, exchange.body.bytes, exchange.body.length);
  }
  exchange_free(&exchange);
  return code;
}

struct file_id {
  struct text id;
  struct text authkey;
  struct text aeskey;
};

static void file_id_free(struct file_id *file) {
  text_free(&file->id);
  text_free(&file->authkey);
  text_free(&file->aeskey);
}

static int read_file_id(const char *encoded, struct file_id *file) {
  struct text message = {NULL, 0};
  struct wire_field field;
  size_t at = 0;
  int more = -1;
  if (base64_decode(encoded, strlen(encoded), &message)) {
    while ((more = wire_next(&message, &at, &field)) == 1) {
      struct text *into = field.number == 1   ? &file->id
                          : field.number == 2 ? &file->authkey
                          : field.number == 3 ? &file->aeskey
                                              : NULL;
      if (into == NULL || !field.is_text) continue;
      into->length = 0;
      text_add(into, field.bytes, field.length);
    }
  }
  text_free(&message);
  return more == 0 && file->id.length > 0 && file->aeskey.length > 0;
}

struct range {
  long long first;
  long long last;
  long long total;
};

static int read_index(const char *index, struct range *range) {
  int used = 0;
  if (sscanf(index, "Range:bytes=%lld-%lld%n", &range->first, &range->last, &used) != 2 || index[used] != '\0') return 0;
  return range->first >= 0 && range->last >= range->first && (range->last - range->first + 1) % 16 == 0;
}

/* In capitals only: in any other letter case the reply counts as the last piece. */
static int read_content_range(const struct text *head, struct range *range) {
  const char *found = strstr(head->bytes, "\r\nCONTENT-RANGE: BYTES ");
  return found != NULL && sscanf(found + 23, "%lld-%lld/%lld", &range->first, &range->last, &range->total) == 3;
}

static int open_piece(const struct file_id *file, const struct exchange *exchange, struct text *bytes,
                      struct text *next_index, int *finished) {
  static const char *const KNOWN[] = {"errcode", "errmsg", "content", NULL};
  struct json_object reply;
  struct text sealed = {NULL, 0};
  struct range range = {0, 0, 0};
  unsigned char key[16];
  int code = DECRYPT_FAILED;
  int is_reply = json_read(&exchange->body, &reply) && json_only(&reply, KNOWN);
  const struct json_field *errcode = json_find(&reply, "errcode");
  const struct json_field *content = json_find(&reply, "content");
  int partial = read_content_range(&exchange->head, &range) && range.last + 1 < range.total;
  if (!is_reply || (errcode != NULL && (errcode->is_text || errcode->number != 0))) {
    code = PARSE_FAILED;
  } else if (content == NULL || !content->is_text || content->value.length == 0) {
    code = SYSTEM_FAILED;
  } else if (base64_decode(content->value.bytes, content->value.length, &sealed) &&
             hex_decode(file->aeskey.bytes, file->aeskey.length, key, sizeof key) &&
             decrypt_ecb(key, &sealed, !partial, bytes)) {
    code = OK;
  }
  *finished = !partial;
  if (code == OK && partial) {
    long long last = range.last + SHARD_BYTES < range.total - 1 ? range.last + SHARD_BYTES : range.total - 1;
    text_add_string(next_index, "Range:bytes=");
    text_add_number(next_index, range.last + 1);
    text_add_string(next_index, "-");
    text_add_number(next_index, last);
  }
  json_free(&reply);
  text_free(&sealed);
  return code;
}

static void add_json_text(struct text *into, const struct text *value) {
  for (size_t i = 0; i < value->length; i += 1) {
    char escaped[8];
    unsigned char letter = (unsigned char)value->bytes[i];
    if (letter == '"' || letter == '\\' || letter < 32) {
      snprintf(escaped, sizeof escaped, "\\u%04x", (unsigned)letter);
      text_add_string(into, escaped);
    } else {
      text_add(into, value->bytes + i, 1);
    }
  }
}

int fetch_media(struct sdk *sdk, const char *index, const char *encoded, const char *proxy, const char *passwd,
                int timeout, struct text *bytes, struct text *next_index, int *finished) {
  struct range asked;
  struct file_id file = {{NULL, 0}, {NULL, 0}, {NULL, 0}};
  struct text body = {NULL, 0};
  struct exchange exchange = {proxy, passwd, timeout, {NULL, 0}, {NULL, 0}, {NULL, 0}};
  const char *range = index == NULL || *index == '\0' ? "Range:bytes=0-524287" : index;
  int code = read_index(range, &asked) ? need_token(sdk, proxy, passwd, timeout) : BAD_ARGUMENT;
  if (code == OK && !read_file_id(encoded, &file)) code = BAD_FILE_ID;
  if (code == OK) {
    text_add_string(&body, "{\"fileid\":\"");
    add_json_text(&body, &file.id);
    text_add_string(&body, "\",\"authkey\":\"");
    add_json_text(&body, &file.authkey);
    text_add_string(&body, "\",\"version\":");
    text_add_number(&body, VERSION);
    text_add_string(&body, "}");
    code = post(sdk, "/cgi-bin/message/getchatmediadata", range, &body, &exchange);
  }
  if (code == OK) {
    reconsider_token(sdk, &exchange.body);
    code = open_piece(&file, &exchange, bytes, next_index, finished);
  }
  text_free(&body);
  file_id_free(&file);
  exchange_free(&exchange);
  return code;
}
