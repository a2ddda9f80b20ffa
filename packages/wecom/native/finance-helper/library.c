#define _GNU_SOURCE
#include "library.h"

#include <dlfcn.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "exits.h"

/* 13 ignored characters, 32 of key, at least 44 of body and 1 of noise: nothing shorter opens, and some of it aborts. */
#define LEAST_MESSAGE 90u
#define MOST_LIMIT 1000u
#define MOST_TIMEOUT 3600u
/* What an answer has beside its bytes and its index. */
#define ANSWER_OVERHEAD 64u

/* The vendor's types, which only its functions look into. */
typedef struct sdk sdk;
typedef struct slice slice;
typedef struct media media;

static struct {
  sdk *(*NewSdk)(void);
  int (*Init)(sdk *, const char *corpid, const char *secret);
  int (*GetChatData)(sdk *, unsigned long long seq, unsigned int limit, const char *proxy, const char *passwd,
                     int timeout, slice *);
  int (*DecryptData)(const char *encrypt_key, const char *encrypt_msg, slice *);
  int (*GetMediaData)(sdk *, const char *indexbuf, const char *sdkfileid, const char *proxy, const char *passwd,
                      int timeout, media *);
  void (*DestroySdk)(sdk *);
  slice *(*NewSlice)(void);
  void (*FreeSlice)(slice *);
  char *(*GetContentFromSlice)(slice *);
  int (*GetSliceLen)(slice *);
  media *(*NewMediaData)(void);
  void (*FreeMediaData)(media *);
  char *(*GetOutIndexBuf)(media *);
  char *(*GetData)(media *);
  int (*GetIndexLen)(media *);
  int (*GetDataLen)(media *);
  int (*IsMediaDataFinish)(media *);
} library;

static sdk *handle = NULL;

static void *find(void *loaded, const char *name) {
  void *function = dlsym(loaded, name);
  if (function == NULL) _exit(EXIT_SYMBOL);
  return function;
}

/* dlsym gives an object pointer; POSIX asks for this way to make it one to a function. */
#define FIND(name) (*(void **)(&library.name) = find(loaded, #name))

void load_library(int file) {
  char path[32];
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  void *loaded = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (loaded == NULL) _exit(EXIT_LIBRARY);
  FIND(NewSdk);
  FIND(Init);
  FIND(GetChatData);
  FIND(DecryptData);
  FIND(GetMediaData);
  FIND(DestroySdk);
  FIND(NewSlice);
  FIND(FreeSlice);
  FIND(GetContentFromSlice);
  FIND(GetSliceLen);
  FIND(NewMediaData);
  FIND(FreeMediaData);
  FIND(GetOutIndexBuf);
  FIND(GetData);
  FIND(GetIndexLen);
  FIND(GetDataLen);
  FIND(IsMediaDataFinish);
}

void unload_library(void) {
  if (handle != NULL) library.DestroySdk(handle);
  handle = NULL;
}

/* 0 where the system does not tell; the descriptor was opened before the library could use up the allowed number. */
static uint64_t resident_bytes(int memory_file) {
  char text[128];
  uint64_t pages = 0;
  ssize_t length = memory_file < 0 ? -1 : pread(memory_file, text, sizeof text - 1, 0);
  if (length <= 0) return 0;
  text[length] = '\0';
  return sscanf(text, "%*u %" SCNu64, &pages) == 1 ? pages * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}

static int is_text(const struct field *field) { return strlen(field->text) == field->length; }

/* An empty proxy would mean a direct connection, past the relay; a timeout of 0 means for ever. */
static int may_connect(const struct field *proxy, const struct field *passwd, const struct field *timeout) {
  uint32_t seconds = number32(timeout);
  return proxy->length > 0 && is_text(proxy) && is_text(passwd) && seconds >= 1 && seconds <= MOST_TIMEOUT;
}

/* A negative length, a missing buffer or more than a frame holds is never followed. */
static int holds(const char *bytes, int length, uint32_t beside) {
  if (length == 0) return 1;
  return length > 0 && bytes != NULL && (uint32_t)length <= MOST_FRAME_BYTES - ANSWER_OVERHEAD - beside;
}

static void answer_code(const struct request *request, int answers, int memory_file, int32_t code) {
  struct answer answer = {code, "", 0, "", 0, 0};
  write_answer(answers, request, &answer, resident_bytes(memory_file));
}

static int32_t init(const struct request *request) {
  if (handle != NULL) return OWN_ORDER;
  if (!is_text(&request->fields[0]) || !is_text(&request->fields[1])) return OWN_REFUSED;
  sdk *made = library.NewSdk();
  if (made == NULL) return OWN_TOO_LARGE;
  int code = library.Init(made, request->fields[0].text, request->fields[1].text);
  if (code == 0) {
    handle = made;
  } else {
    library.DestroySdk(made);
  }
  return code;
}

static int32_t call_chat(const struct request *request, slice *into) {
  const struct field *fields = request->fields;
  uint32_t most = number32(&fields[1]);
  if (handle == NULL) return OWN_ORDER;
  if (most < 1 || most > MOST_LIMIT || !may_connect(&fields[2], &fields[3], &fields[4])) return OWN_REFUSED;
  return library.GetChatData(handle, number64(&fields[0]), most, fields[2].text, fields[3].text,
                             (int)number32(&fields[4]), into);
}

static int32_t call_decrypt(const struct request *request, slice *into) {
  const struct field *fields = request->fields;
  if (!is_text(&fields[0]) || !is_text(&fields[1])) return OWN_REFUSED;
  if (fields[1].length < LEAST_MESSAGE) return OWN_TOO_SHORT;
  return library.DecryptData(fields[0].text, fields[1].text, into);
}

/* Chat and decryption: a fresh slice per call, because one that is used twice loses what it held. */
static void serve_slice(const struct request *request, int answers, int memory_file,
                        int32_t (*call)(const struct request *, slice *)) {
  slice *made = library.NewSlice();
  if (made == NULL) {
    answer_code(request, answers, memory_file, OWN_TOO_LARGE);
    return;
  }
  struct answer answer = {call(request, made), "", 0, "", 0, 0};
  char *bytes = NULL;
  int length = 0;
  if (answer.code == 0) {
    bytes = library.GetContentFromSlice(made);
    length = library.GetSliceLen(made);
    if (!holds(bytes, length, 0)) {
      answer.code = OWN_TOO_LARGE;
    } else if (length > 0) {
      answer.bytes = bytes;
      answer.length = (uint32_t)length;
    }
  }
  write_answer(answers, request, &answer, resident_bytes(memory_file));
  if (answer.length > 0) explicit_bzero(bytes, answer.length);
  library.FreeSlice(made);
}

static int32_t call_media(const struct request *request, media *into) {
  const struct field *fields = request->fields;
  if (handle == NULL) return OWN_ORDER;
  if (!is_text(&fields[0]) || !is_text(&fields[1]) || !may_connect(&fields[2], &fields[3], &fields[4]))
    return OWN_REFUSED;
  return library.GetMediaData(handle, fields[0].text, fields[1].text, fields[2].text, fields[3].text,
                              (int)number32(&fields[4]), into);
}

static void serve_media(const struct request *request, int answers, int memory_file) {
  media *made = library.NewMediaData();
  if (made == NULL) {
    answer_code(request, answers, memory_file, OWN_TOO_LARGE);
    return;
  }
  struct answer answer = {call_media(request, made), "", 0, "", 0, 0};
  if (answer.code == 0) {
    char *index = library.GetOutIndexBuf(made);
    char *bytes = library.GetData(made);
    int index_length = library.GetIndexLen(made);
    int length = library.GetDataLen(made);
    if (!holds(index, index_length, 0) || !holds(bytes, length, (uint32_t)index_length)) {
      answer.code = OWN_TOO_LARGE;
    } else {
      answer = (struct answer){0,     length > 0 ? bytes : "",         (uint32_t)length,
                               index_length > 0 ? index : "", (uint32_t)index_length,
                               library.IsMediaDataFinish(made) == 1};
    }
  }
  write_answer(answers, request, &answer, resident_bytes(memory_file));
  library.FreeMediaData(made);
}

void serve(const struct request *request, int answers, int memory_file) {
  switch (request->type) {
    case REQUEST_PING:
      answer_code(request, answers, memory_file, 0);
      return;
    case REQUEST_INIT:
      answer_code(request, answers, memory_file, init(request));
      return;
    case REQUEST_CHAT:
      serve_slice(request, answers, memory_file, call_chat);
      return;
    case REQUEST_DECRYPT:
      serve_slice(request, answers, memory_file, call_decrypt);
      return;
    case REQUEST_MEDIA:
      serve_media(request, answers, memory_file);
      return;
    default:
      _exit(EXIT_FRAME_TYPE);
  }
}
