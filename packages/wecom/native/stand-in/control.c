#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "stand-in.h"

/*
 * Lines "<Call>.<setting> <value>", read anew at each call. The file's path stands at the end of the library's own file,
 * behind this mark, so that a copy of the library elsewhere still finds it; else it is "<library>.control".
 *
 *   on N              the other settings hold at the Nth call of this process only
 *   code N            the call returns N and does nothing
 *   latency_ms N      it takes so long first
 *   hang 1            it never returns
 *   crash segv|abort  the process dies
 *   print TEXT        goes to stdout
 *   print_bytes N     so many bytes go to stdout, and to stderr
 *   leak_bytes N      are lost
 *   body TEXT         GetChatData and GetMediaData answer this without a network
 *   report 1          GetChatData answers what this process holds: slices, media, handles, calls
 *   abort_on_short_message 0, abort_on_odd_token 0, heed_token_errcode 1, forget_refused_token 1
 *                     against the vendor's ways; the last three under GetChatData or GetMediaData
 */
static const char MARK[] = "\nHIGHWATER-CONTROL:";
#define TRAILER_BYTES 2048

static void own_path(char *path, size_t size) {
  Dl_info info;
  path[0] = '\0';
  if (dladdr((const void *)(size_t)&own_path, &info) != 0 && info.dli_fname != NULL)
    snprintf(path, size, "%s", info.dli_fname);
}

static void find_file(char *path, size_t size) {
  char library[PATH_MAX], trailer[TRAILER_BYTES + 1];
  own_path(library, sizeof library);
  snprintf(path, size, "%s.control", library);
  int file = open(library, O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  if (lseek(file, -TRAILER_BYTES, SEEK_END) >= 0) {
    ssize_t count = read(file, trailer, TRAILER_BYTES);
    char *found = count <= 0 ? NULL : memmem(trailer, (size_t)count, MARK, sizeof MARK - 1);
    if (found != NULL) {
      trailer[count] = '\0';
      found += sizeof MARK - 1;
      found[strcspn(found, "\n")] = '\0';
      snprintf(path, size, "%s", found);
    }
  }
  close(file);
}

static char *read_file(void) {
  static char path[PATH_MAX];
  if (path[0] == '\0') find_file(path, sizeof path);
  FILE *file = fopen(path, "re");
  if (file == NULL) return NULL;
  char *text = calloc(1, MOST_CONTROL_BYTES + 2);
  if (text == NULL) abort();
  /* A newline before and behind each line makes every one found alike. */
  text[0] = '\n';
  size_t length = fread(text + 1, 1, MOST_CONTROL_BYTES, file);
  fclose(file);
  for (size_t i = 1; i <= length; i += 1)
    if (text[i] == '\n') text[i] = '\0';
  return text;
}

const char *control_text(const struct control *control, const char *setting) {
  char name[128];
  if (control->text == NULL) return NULL;
  size_t length = (size_t)snprintf(name, sizeof name, "%s.%s ", control->call, setting);
  for (const char *line = control->text + 1; *line != '\0'; line += strlen(line) + 1)
    if (strncmp(line, name, length) == 0) return line + length;
  return NULL;
}

long long control_number(const struct control *control, const char *setting, long long otherwise) {
  const char *text = control_text(control, setting);
  return text == NULL ? otherwise : strtoll(text, NULL, 10);
}

static void wait_ms(long long ms) {
  struct timespec left = {(time_t)(ms / 1000), (long)(ms % 1000) * 1000000};
  while (nanosleep(&left, &left) != 0) continue;
}

static void print_much(long long bytes) {
  for (long long i = 0; i < bytes; i += 1) {
    putchar('#');
    fputc('#', stderr);
  }
  fflush(stdout);
}

static void die(const char *how) {
  if (strcmp(how, "abort") == 0) abort();
  if (strcmp(how, "segv") == 0) {
    signal(SIGSEGV, SIG_DFL);
    volatile int *volatile nowhere = NULL;
    *nowhere = 1;
  }
}

void control_begin(struct control *control, const char *call, unsigned turn) {
  *control = (struct control){call, turn, read_file()};
  long long only = control_number(control, "on", 0);
  if (only != 0 && (unsigned)only != turn) {
    control_end(control);
    return;
  }
  const char *print = control_text(control, "print");
  const char *crash = control_text(control, "crash");
  if (print != NULL) {
    puts(print);
    fflush(stdout);
  }
  print_much(control_number(control, "print_bytes", 0));
  long long leaked = control_number(control, "leak_bytes", 0);
  if (leaked > 0) {
    /* Touched, so that it counts; volatile, so that it is not left out. */
    volatile char *lost = malloc((size_t)leaked);
    for (long long i = 0; lost != NULL && i < leaked; i += 512) lost[i] = 1;
  }
  wait_ms(control_number(control, "latency_ms", 0));
  while (control_number(control, "hang", 0)) wait_ms(60000);
  if (crash != NULL) die(crash);
}

void control_end(struct control *control) {
  free(control->text);
  control->text = NULL;
}
