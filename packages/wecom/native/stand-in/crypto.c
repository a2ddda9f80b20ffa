#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

#include "stand-in.h"

/* OpenSSL without its headers: the few functions that are needed, from 1.1.1 or 3. */
static struct {
  int ready;
  void *(*EVP_CIPHER_CTX_new)(void);
  void (*EVP_CIPHER_CTX_free)(void *);
  int (*EVP_DecryptInit_ex)(void *, const void *cipher, void *engine, const unsigned char *key,
                            const unsigned char *iv);
  int (*EVP_DecryptUpdate)(void *, unsigned char *out, int *size, const unsigned char *in, int length);
  int (*EVP_DecryptFinal_ex)(void *, unsigned char *out, int *size);
  int (*EVP_CIPHER_CTX_set_padding)(void *, int on);
  const void *(*EVP_aes_256_cbc)(void);
  const void *(*EVP_aes_128_ecb)(void);
  const void *(*TLS_client_method)(void);
  void *(*SSL_CTX_new)(const void *method);
  void (*SSL_CTX_free)(void *);
  void (*SSL_CTX_set_verify)(void *, int mode, void *callback);
  void *(*SSL_new)(void *);
  void (*SSL_free)(void *);
  int (*SSL_set_fd)(void *, int);
  long (*SSL_ctrl)(void *, int command, long number, void *pointer);
  int (*SSL_connect)(void *);
  int (*SSL_read)(void *, void *, int);
  int (*SSL_write)(void *, const void *, int);
  int (*SSL_get_error)(const void *, int);
  void *(*SSL_get_peer_certificate)(const void *);
  int (*X509_check_host)(void *, const char *name, size_t length, unsigned flags, char **peer);
  void (*X509_free)(void *);
} openssl;

#define SET_SERVER_NAME 55
#define VERIFY_NONE 0
#define ERROR_ZERO_RETURN 6

static void *open_first(const char *const *names) {
  for (; *names != NULL; names += 1) {
    void *loaded = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
    if (loaded != NULL) return loaded;
  }
  return NULL;
}

static void *find(void *loaded, const char *name, const char *other) {
  void *function = dlsym(loaded, name);
  if (function == NULL && other != NULL) function = dlsym(loaded, other);
  if (function == NULL) abort();
  return function;
}

#define FIND(from, name) (*(void **)(&openssl.name) = find(from, #name, NULL))

/* Without OpenSSL a stand-in is of no use: the process ends, which a test cannot overlook. */
static void load(void) {
  static const char *const CRYPTO[] = {"libcrypto.so.3", "libcrypto.so.1.1", NULL};
  static const char *const TLS[] = {"libssl.so.3", "libssl.so.1.1", NULL};
  if (openssl.ready) return;
  void *crypto = open_first(CRYPTO);
  void *tls = open_first(TLS);
  if (crypto == NULL || tls == NULL) abort();
  FIND(crypto, EVP_CIPHER_CTX_new);
  FIND(crypto, EVP_CIPHER_CTX_free);
  FIND(crypto, EVP_DecryptInit_ex);
  FIND(crypto, EVP_DecryptUpdate);
  FIND(crypto, EVP_DecryptFinal_ex);
  FIND(crypto, EVP_CIPHER_CTX_set_padding);
  FIND(crypto, EVP_aes_256_cbc);
  FIND(crypto, EVP_aes_128_ecb);
  FIND(crypto, X509_check_host);
  FIND(crypto, X509_free);
  FIND(tls, TLS_client_method);
  FIND(tls, SSL_CTX_new);
  FIND(tls, SSL_CTX_free);
  FIND(tls, SSL_CTX_set_verify);
  FIND(tls, SSL_new);
  FIND(tls, SSL_free);
  FIND(tls, SSL_set_fd);
  FIND(tls, SSL_ctrl);
  FIND(tls, SSL_connect);
  FIND(tls, SSL_read);
  FIND(tls, SSL_write);
  FIND(tls, SSL_get_error);
  *(void **)(&openssl.SSL_get_peer_certificate) = find(tls, "SSL_get1_peer_certificate", "SSL_get_peer_certificate");
  openssl.ready = 1;
}

static int decrypt(const void *cipher, const unsigned char *key, const unsigned char *iv, const char *from,
                   size_t length, int padding, struct text *into) {
  unsigned char *out = malloc(length + 32);
  void *context = openssl.EVP_CIPHER_CTX_new();
  int size = 0, last = 0;
  if (out == NULL || context == NULL) abort();
  int opened = openssl.EVP_DecryptInit_ex(context, cipher, NULL, key, iv) == 1 &&
               openssl.EVP_CIPHER_CTX_set_padding(context, padding) == 1 &&
               openssl.EVP_DecryptUpdate(context, out, &size, (const unsigned char *)from, (int)length) == 1 &&
               openssl.EVP_DecryptFinal_ex(context, out + size, &last) == 1;
  if (opened) text_add(into, (const char *)out, (size_t)(size + last));
  openssl.EVP_CIPHER_CTX_free(context);
  free(out);
  return opened;
}

int decrypt_cbc(const char *key32, const struct text *sealed, struct text *into) {
  load();
  if (sealed->length < 32 || sealed->length % 16 != 0) return 0;
  return decrypt(openssl.EVP_aes_256_cbc(), (const unsigned char *)key32, (const unsigned char *)sealed->bytes,
                 sealed->bytes + 16, sealed->length - 16, 1, into);
}

int decrypt_ecb(const unsigned char key[16], const struct text *sealed, int remove_padding, struct text *into) {
  load();
  if (sealed->length == 0 || sealed->length % 16 != 0) return 0;
  return decrypt(openssl.EVP_aes_128_ecb(), key, NULL, sealed->bytes, sealed->length, remove_padding, into);
}

struct tls {
  void *context;
  void *session;
};

void tls_close(void *opened) {
  struct tls *tls = opened;
  if (tls == NULL) return;
  openssl.SSL_free(tls->session);
  openssl.SSL_CTX_free(tls->context);
  free(tls);
}

static int names_host(void *session, const char *host) {
  void *certificate = openssl.SSL_get_peer_certificate(session);
  if (certificate == NULL) return 0;
  int names = openssl.X509_check_host(certificate, host, 0, 0, NULL) == 1;
  openssl.X509_free(certificate);
  return names;
}

void *tls_open(int socket, const char *host) {
  load();
  struct tls *tls = calloc(1, sizeof *tls);
  if (tls == NULL) abort();
  tls->context = openssl.SSL_CTX_new(openssl.TLS_client_method());
  if (tls->context == NULL) abort();
  openssl.SSL_CTX_set_verify(tls->context, VERIFY_NONE, NULL);
  tls->session = openssl.SSL_new(tls->context);
  if (tls->session == NULL) abort();
  char name[64] = {0};
  strncpy(name, host, sizeof name - 1);
  openssl.SSL_ctrl(tls->session, SET_SERVER_NAME, 0, name);
  if (openssl.SSL_set_fd(tls->session, socket) != 1 || openssl.SSL_connect(tls->session) != 1 ||
      !names_host(tls->session, host)) {
    tls_close(tls);
    return NULL;
  }
  return tls;
}

/* Bytes read, 0 at an orderly end, -1 at a failure or when the peer just went away. */
int tls_read(void *opened, char *into, int size) {
  struct tls *tls = opened;
  int count = openssl.SSL_read(tls->session, into, size);
  if (count > 0) return count;
  return openssl.SSL_get_error(tls->session, count) == ERROR_ZERO_RETURN ? 0 : -1;
}

int tls_write(void *opened, const char *from, int size) {
  struct tls *tls = opened;
  return openssl.SSL_write(tls->session, from, size) == size;
}
