#define _GNU_SOURCE
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "stand-in.h"

/* The 17 functions of the vendor's header, and nothing else is visible. */
#define EXPORTED __attribute__((visibility("default")))

typedef struct sdk WeWorkFinanceSdk_t;
typedef struct Slice_t {
  char *buf;
  int len;
} Slice_t;
typedef struct MediaData {
  char *outindexbuf;
  int out_len;
  char *data;
  int data_len;
  int is_finish;
} MediaData_t;

static atomic_int handles, slices, medias, chats, decryptions, pieces, inits;

static char *empty(void) {
  static char text[1];
  text[0] = '\0';
  return text;
}

EXPORTED WeWorkFinanceSdk_t *NewSdk(void) {
  handles += 1;
  return calloc(1, sizeof(WeWorkFinanceSdk_t));
}

EXPORTED void DestroySdk(WeWorkFinanceSdk_t *sdk) {
  struct control control;
  control_begin(&control, "DestroySdk", 1);
  control_end(&control);
  if (sdk == NULL) return;
  text_free(&sdk->corpid);
  text_free(&sdk->secret);
  text_free(&sdk->token);
  free(sdk);
  handles -= 1;
}

/* Keeps the pair and asks nobody; a second time it changes the pair but not the token. */
EXPORTED int Init(WeWorkFinanceSdk_t *sdk, const char *corpid, const char *secret) {
  struct control control;
  control_begin(&control, "Init", (unsigned)++inits);
  int code = (int)control_number(&control, "code", OK);
  control_end(&control);
  if (code != OK) return code;
  if (sdk == NULL || corpid == NULL || secret == NULL || *corpid == '\0' || *secret == '\0') return BAD_ARGUMENT;
  text_free(&sdk->corpid);
  text_free(&sdk->secret);
  text_add_string(&sdk->corpid, corpid);
  text_add_string(&sdk->secret, secret);
  return OK;
}

/* What was in a slice before is lost, unless it was freed: so is it in the vendor's. */
static void fill_slice(Slice_t *slice, struct text *text) {
  text_add(text, "", 0);
  slice->buf = text->bytes;
  slice->len = (int)text->length;
}

static void report(const struct sdk *sdk, struct text *into) {
  const struct {
    const char *name;
    int value;
  } counts[] = {{"pid", (int)getpid()}, {"handles", handles}, {"slices", slices}, {"media", medias},
                {"inits", inits},       {"chats", chats},     {"decryptions", decryptions}, {"pieces", pieces}};
  text_add_string(into, "{\"errcode\":0,\"errmsg\":\"ok\",\"chatdata\":[],\"corpid\":\"");
  text_add_string(into, sdk->corpid.bytes == NULL ? "" : sdk->corpid.bytes);
  text_add_string(into, "\"");
  for (size_t i = 0; i < sizeof counts / sizeof *counts; i += 1) {
    text_add_string(into, ",\"");
    text_add_string(into, counts[i].name);
    text_add_string(into, "\":");
    text_add_number(into, counts[i].value);
  }
  text_add_string(into, "}");
}

EXPORTED int GetChatData(WeWorkFinanceSdk_t *sdk, unsigned long long seq, unsigned int limit, const char *proxy,
                         const char *passwd, int timeout, Slice_t *into) {
  struct control control;
  struct text body = {NULL, 0};
  control_begin(&control, "GetChatData", (unsigned)++chats);
  int code = (int)control_number(&control, "code", OK);
  const char *planned = control_text(&control, "body");
  if (code == OK && (sdk == NULL || into == NULL || limit < 1 || limit > 1000)) code = BAD_ARGUMENT;
  if (code == OK) {
    if (control_number(&control, "report", 0)) {
      report(sdk, &body);
    } else if (planned != NULL) {
      text_add_string(&body, planned);
    } else {
      sdk->control = &control;
      code = fetch_chat(sdk, seq, limit, proxy, passwd, timeout, &body);
      sdk->control = NULL;
    }
  }
  if (code == OK) {
    fill_slice(into, &body);
  } else {
    text_free(&body);
  }
  control_end(&control);
  return code;
}

EXPORTED int DecryptData(const char *encrypt_key, const char *encrypt_msg, Slice_t *msg) {
  struct control control;
  struct text plaintext = {NULL, 0};
  control_begin(&control, "DecryptData", (unsigned)++decryptions);
  int code = (int)control_number(&control, "code", OK);
  int may_abort = (int)control_number(&control, "abort_on_short_message", 1);
  control_end(&control);
  if (code != OK) return code;
  if (encrypt_key == NULL || encrypt_msg == NULL) return BAD_ARGUMENT;
  code = open_envelope(encrypt_key, encrypt_msg, may_abort, &plaintext);
  if (code == OK) {
    fill_slice(msg, &plaintext);
  } else {
    text_free(&plaintext);
  }
  return code;
}

EXPORTED int GetMediaData(WeWorkFinanceSdk_t *sdk, const char *indexbuf, const char *sdkFileid, const char *proxy,
                          const char *passwd, int timeout, MediaData_t *into) {
  struct control control;
  struct text bytes = {NULL, 0}, next = {NULL, 0};
  int finished = 1;
  control_begin(&control, "GetMediaData", (unsigned)++pieces);
  int code = (int)control_number(&control, "code", OK);
  const char *planned = control_text(&control, "body");
  if (code == OK && (sdk == NULL || into == NULL || sdkFileid == NULL || *sdkFileid == '\0')) code = BAD_ARGUMENT;
  if (code == OK && planned != NULL) {
    text_add_string(&bytes, planned);
  } else if (code == OK) {
    sdk->control = &control;
    code = fetch_media(sdk, indexbuf, sdkFileid, proxy, passwd, timeout, &bytes, &next, &finished);
    sdk->control = NULL;
  }
  if (code == OK) {
    text_add(&bytes, "", 0);
    text_add(&next, "", 0);
    *into = (MediaData_t){next.bytes, (int)next.length, bytes.bytes, (int)bytes.length, finished};
  } else {
    text_free(&bytes);
    text_free(&next);
  }
  control_end(&control);
  return code;
}

EXPORTED Slice_t *NewSlice(void) {
  slices += 1;
  return calloc(1, sizeof(Slice_t));
}

EXPORTED void FreeSlice(Slice_t *slice) {
  if (slice == NULL) return;
  free(slice->buf);
  free(slice);
  slices -= 1;
}

EXPORTED char *GetContentFromSlice(Slice_t *slice) { return slice == NULL || slice->buf == NULL ? empty() : slice->buf; }

EXPORTED int GetSliceLen(Slice_t *slice) { return slice == NULL ? 0 : slice->len; }

EXPORTED MediaData_t *NewMediaData(void) {
  medias += 1;
  return calloc(1, sizeof(MediaData_t));
}

EXPORTED void FreeMediaData(MediaData_t *media_data) {
  if (media_data == NULL) return;
  free(media_data->outindexbuf);
  free(media_data->data);
  free(media_data);
  medias -= 1;
}

EXPORTED char *GetOutIndexBuf(MediaData_t *media_data) {
  return media_data == NULL || media_data->outindexbuf == NULL ? empty() : media_data->outindexbuf;
}

EXPORTED char *GetData(MediaData_t *media_data) {
  return media_data == NULL || media_data->data == NULL ? empty() : media_data->data;
}

EXPORTED int GetIndexLen(MediaData_t *media_data) { return media_data == NULL ? 0 : media_data->out_len; }

EXPORTED int GetDataLen(MediaData_t *media_data) { return media_data == NULL ? 0 : media_data->data_len; }

EXPORTED int IsMediaDataFinish(MediaData_t *media_data) { return media_data == NULL ? 1 : media_data->is_finish; }
