/*
 * The finance helper: loads the vendor's library away from Node, which it does not survive in, and away from the
 * database and the keys, which it has no business with. One process has one handle of one corp.
 *
 *   finance-helper PARENT-PID UID:GID|-
 *
 * Descriptor 3 is the library, opened by the parent, so that its file cannot be exchanged after it was hashed.
 * Secrets come by frames on stdin only (docs/helper-protocol.md).
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "confine.h"
#include "exits.h"
#include "frames.h"
#include "library.h"

/* A whole decimal number from 1 to INT_MAX up to `end`. */
static unsigned read_number(const char *text, char end, const char **rest) {
  char *behind = NULL;
  errno = 0;
  unsigned long value = text[0] >= '0' && text[0] <= '9' ? strtoul(text, &behind, 10) : 0;
  if (errno != 0 || value < 1 || value > INT_MAX || behind == NULL || *behind != end) _exit(EXIT_ARGUMENTS);
  if (rest != NULL) *rest = behind + 1;
  return (unsigned)value;
}

static struct user read_user(const char *text) {
  struct user user = {0, 0, 0};
  if (strcmp(text, "-") == 0) return user;
  const char *group = NULL;
  user.wanted = 1;
  user.uid = (uid_t)read_number(text, ':', &group);
  user.gid = (gid_t)read_number(group, '\0', NULL);
  return user;
}

int main(int count, char **arguments) {
  if (count != 3) return EXIT_ARGUMENTS;
  pid_t parent = (pid_t)read_number(arguments[1], '\0', NULL);
  struct user user = read_user(arguments[2]);

  struct pipes pipes = confine(parent, &user);
  int memory_file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  load_library(LIBRARY_FILE);

  struct request request;
  while (read_request(pipes.requests, &request)) {
    serve(&request, pipes.answers, memory_file);
    forget_request(&request);
  }
  unload_library();
  /* Not exit(): what the library left to run at the end is not worth another abort. */
  _exit(EXIT_CLEAN);
}
