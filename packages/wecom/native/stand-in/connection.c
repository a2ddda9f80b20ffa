#define _GNU_SOURCE
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "stand-in.h"

#define MOST_HEAD 65536u

/* A socket that is first the proxy's and then, through TLS, the host's. */
struct line {
  int socket;
  void *tls;
  double until;
};

static double seconds_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* What is left of the time, put on the socket before each step; a timeout of 0 has no limit, as with the vendor's. */
static int has_time(struct line *line) {
  if (line->until == 0) return 1;
  double left = line->until - seconds_now();
  if (left <= 0) return 0;
  struct timeval value = {(time_t)left, (suseconds_t)((left - (double)(time_t)left) * 1e6) + 1};
  if (value.tv_usec > 999999) value.tv_usec = 999999;
  return setsockopt(line->socket, SOL_SOCKET, SO_RCVTIMEO, &value, sizeof value) == 0 &&
         setsockopt(line->socket, SOL_SOCKET, SO_SNDTIMEO, &value, sizeof value) == 0;
}

static int line_read(struct line *line, char *into, int size) {
  if (!has_time(line)) return -1;
  return line->tls != NULL ? tls_read(line->tls, into, size) : (int)recv(line->socket, into, (size_t)size, 0);
}

static int line_write(struct line *line, const struct text *text) {
  size_t sent = 0;
  while (sent < text->length) {
    if (!has_time(line)) return 0;
    int part = text->length - sent > 16384 ? 16384 : (int)(text->length - sent);
    if (line->tls != NULL) {
      if (!tls_write(line->tls, text->bytes + sent, part)) return 0;
      sent += (size_t)part;
    } else {
      ssize_t count = send(line->socket, text->bytes + sent, (size_t)part, MSG_NOSIGNAL);
      if (count <= 0) return 0;
      sent += (size_t)count;
    }
  }
  return 1;
}

static void line_close(struct line *line) {
  tls_close(line->tls);
  if (line->socket >= 0) close(line->socket);
}

/* Everything up to and with the empty line goes to `head`, what came behind it to `behind`. */
static int read_head(struct line *line, struct text *head, struct text *behind) {
  char part[4096];
  while (head->length < MOST_HEAD) {
    int count = line_read(line, part, sizeof part);
    if (count <= 0) return 0;
    text_add(head, part, (size_t)count);
    char *end = memmem(head->bytes, head->length, "\r\n\r\n", 4);
    if (end == NULL) continue;
    size_t length = (size_t)(end + 4 - head->bytes);
    text_add(behind, head->bytes + length, head->length - length);
    head->length = length;
    head->bytes[length] = '\0';
    return strncmp(head->bytes, "HTTP/1.", 7) == 0;
  }
  return 0;
}

/* "http://host:port" or "host:port". */
static int dial(const char *proxy, struct line *line) {
  char host[256], port[16];
  const char *from = strncmp(proxy, "http://", 7) == 0 ? proxy + 7 : proxy;
  if (strstr(from, "://") != NULL || sscanf(from, "%255[^:/]:%15[0-9]", host, port) != 2) return 0;
  struct addrinfo wanted = {.ai_socktype = SOCK_STREAM}, *found = NULL;
  if (getaddrinfo(host, port, &wanted, &found) != 0) return 0;
  line->socket = socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int dialled = line->socket >= 0 && has_time(line) && connect(line->socket, found->ai_addr, found->ai_addrlen) == 0;
  freeaddrinfo(found);
  return dialled;
}

static int connect_through(const char *proxy, const char *passwd, struct line *line) {
  struct text request = {NULL, 0}, head = {NULL, 0}, behind = {NULL, 0};
  if (!dial(proxy, line)) return 0;
  text_add_string(&request, "CONNECT " HOST ":443 HTTP/1.0\r\nHost: " HOST ":443\r\n");
  if (passwd != NULL && *passwd != '\0') {
    text_add_string(&request, "Proxy-Authorization: Basic ");
    base64_encode(passwd, strlen(passwd), &request);
    text_add_string(&request, "\r\n");
  }
  text_add_string(&request, "Proxy-Connection: Keep-Alive\r\n\r\n");
  int connected = line_write(line, &request) && read_head(line, &head, &behind) && behind.length == 0 &&
                  strncmp(head.bytes + 8, " 200", 4) == 0;
  text_free(&request);
  text_free(&head);
  text_free(&behind);
  return connected && has_time(line) && (line->tls = tls_open(line->socket, HOST)) != NULL;
}

/* A header's value in any letter case, or NULL; the line ends at \r. */
static const char *find_header(const struct text *head, const char *name) {
  size_t length = strlen(name);
  for (const char *at = strstr(head->bytes, "\r\n"); at != NULL; at = strstr(at + 2, "\r\n"))
    if (strncasecmp(at + 2, name, length) == 0 && at[2 + length] == ':') return at + 3 + length + strspn(at + 3 + length, " ");
  return NULL;
}

static int read_rest(struct line *line, struct text *body, size_t most) {
  char part[16384];
  while (body->length < most) {
    size_t wanted = most - body->length;
    int count = line_read(line, part, wanted < sizeof part ? (int)wanted : (int)sizeof part);
    if (count < 0) return 0;
    if (count == 0) return most == (size_t)-1;
    text_add(body, part, (size_t)count);
  }
  return 1;
}

/* Chunks up to the empty one; trailers are not awaited. */
static int read_chunks(struct line *line, struct text *raw, struct text *body) {
  size_t at = 0;
  for (;;) {
    char *end;
    while ((end = raw->length > at ? memmem(raw->bytes + at, raw->length - at, "\r\n", 2) : NULL) == NULL)
      if (!read_rest(line, raw, raw->length + 1)) return 0;
    size_t size = strtoul(raw->bytes + at, NULL, 16);
    if (size == 0) return 1;
    if (size > (1u << 28)) return 0;
    at = (size_t)(end + 2 - raw->bytes);
    if (raw->length < at + size + 2 && !read_rest(line, raw, at + size + 2)) return 0;
    text_add(body, raw->bytes + at, size);
    at += size + 2;
  }
}

static int read_body(struct line *line, const struct text *head, struct text *behind, struct text *body) {
  const char *encoding = find_header(head, "transfer-encoding");
  const char *length = find_header(head, "content-length");
  text_add(body, "", 0);
  if (encoding != NULL && strncasecmp(encoding, "chunked", 7) == 0) return read_chunks(line, behind, body);
  text_add(body, behind->bytes, behind->length);
  if (length == NULL) return read_rest(line, body, (size_t)-1);
  size_t size = strtoul(length, NULL, 10);
  if (body->length > size) body->length = size;
  body->bytes[body->length] = '\0';
  return read_rest(line, body, size);
}

int exchange_run(struct exchange *exchange) {
  struct line line = {-1, NULL, exchange->timeout > 0 ? seconds_now() + exchange->timeout : 0};
  struct text behind = {NULL, 0};
  /* Without a proxy the vendor's library dials WeCom itself. A stand-in never does. */
  int done = exchange->proxy != NULL && *exchange->proxy != '\0' &&
             connect_through(exchange->proxy, exchange->passwd, &line) && line_write(&line, &exchange->request) &&
             read_head(&line, &exchange->head, &behind) && read_body(&line, &exchange->head, &behind, &exchange->body);
  line_close(&line);
  text_free(&behind);
  return done ? OK : NETWORK_FAILED;
}

void exchange_free(struct exchange *exchange) {
  text_free(&exchange->request);
  text_free(&exchange->head);
  text_free(&exchange->body);
}
