#define _GNU_SOURCE
#include "confine.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "exits.h"

#define MOST_FILES 64
#define MOST_ADDRESS_SPACE (4ull * 1024 * 1024 * 1024)

static void must(int succeeded) {
  if (!succeeded) _exit(EXIT_CONFINE);
}

static void close_others(void) {
#ifdef SYS_close_range
  if (syscall(SYS_close_range, LIBRARY_FILE + 1u, ~0u, 0u) == 0) return;
#endif
  struct rlimit limit;
  must(getrlimit(RLIMIT_NOFILE, &limit) == 0);
  rlim_t end = limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur > 1048576 ? 1048576 : limit.rlim_cur;
  for (int fd = LIBRARY_FILE + 1; (rlim_t)fd < end; fd += 1) close(fd);
}

/* The library may print: its stdout is nowhere, and it finds nothing to read. stderr stays, the worker counts it. */
static struct pipes take_pipes(void) {
  close_others();
  must(fcntl(LIBRARY_FILE, F_SETFD, FD_CLOEXEC) != -1);
  struct pipes pipes = {fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, LIBRARY_FILE + 1),
                        fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, LIBRARY_FILE + 1)};
  must(pipes.requests >= 0 && pipes.answers >= 0);
  int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
  must(nowhere >= 0);
  must(dup2(nowhere, STDIN_FILENO) >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0);
  must(fcntl(STDERR_FILENO, F_GETFD) != -1 || dup2(nowhere, STDERR_FILENO) >= 0);
  must(close(nowhere) == 0);
  return pipes;
}

static void limit(int resource, rlim_t value) {
  struct rlimit now;
  must(getrlimit((__rlimit_resource_t)resource, &now) == 0);
  if (now.rlim_max != RLIM_INFINITY && now.rlim_max < value) value = now.rlim_max;
  struct rlimit limit = {value, value};
  must(setrlimit((__rlimit_resource_t)resource, &limit) == 0);
}

/* After this no way leads back: checked by trying. */
static void become(const struct user *user) {
  if (!user->wanted) return;
  uid_t real_uid, effective_uid, saved_uid;
  gid_t real_gid, effective_gid, saved_gid;
  if (user->uid == 0 || user->gid == 0) _exit(EXIT_USER);
  if (setgroups(0, NULL) != 0 || setresgid(user->gid, user->gid, user->gid) != 0 ||
      setresuid(user->uid, user->uid, user->uid) != 0)
    _exit(EXIT_USER);
  if (getresuid(&real_uid, &effective_uid, &saved_uid) != 0 || getresgid(&real_gid, &effective_gid, &saved_gid) != 0)
    _exit(EXIT_USER);
  if (real_uid != user->uid || effective_uid != user->uid || saved_uid != user->uid) _exit(EXIT_USER);
  if (real_gid != user->gid || effective_gid != user->gid || saved_gid != user->gid) _exit(EXIT_USER);
  if (getgroups(0, NULL) != 0 || setuid(0) == 0 || setgid(0) == 0) _exit(EXIT_USER);
}

struct pipes confine(pid_t parent, const struct user *user) {
  struct pipes pipes = take_pipes();
  must(clearenv() == 0);
  must(chdir("/") == 0);
  umask(077);

  /* A terminal's or a service manager's signal to the group is the worker's to answer; it ends us by closing the pipe. */
  const int ignored[] = {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGXFSZ};
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i += 1) must(signal(ignored[i], SIG_IGN) != SIG_ERR);

  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_NOFILE, MOST_FILES);
  limit(RLIMIT_MEMLOCK, 0);
#ifndef HIGHWATER_UNLIMITED_ADDRESS_SPACE
  limit(RLIMIT_AS, MOST_ADDRESS_SPACE);
#endif

  /* Before the prctls: a change of user puts the dumpable flag and the death signal back. */
  become(user);
  must(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
  must(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0);
  must(prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0);
  if (getppid() != parent) _exit(EXIT_ORPHAN);
  return pipes;
}
