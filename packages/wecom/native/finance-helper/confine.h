#ifndef HIGHWATER_CONFINE_H
#define HIGHWATER_CONFINE_H

#include <sys/types.h>

/* The descriptor that the parent gives us the library on. */
#define LIBRARY_FILE 3

/* Where the frames come from and go to; the library sees neither. */
struct pipes {
  int requests;
  int answers;
};

struct user {
  int wanted;
  uid_t uid;
  gid_t gid;
};

/*
 * Makes this process one that can hold a secret beside a library that nobody has read: no environment, no open files
 * but the pipes and the library, no stdin and stdout, no core, no new privileges, no life without its parent. Ends it otherwise.
 */
struct pipes confine(pid_t parent, const struct user *user);

#endif
