#ifndef HIGHWATER_LIBRARY_H
#define HIGHWATER_LIBRARY_H

#include "frames.h"

/* The helper's own codes beside the vendor's: the library was not called. */
enum own_code {
  OWN_TOO_SHORT = -1,
  OWN_REFUSED = -2,
  OWN_TOO_LARGE = -3,
  OWN_ORDER = -4,
};

/* Loads the library behind an open descriptor and finds its 17 functions. Ends the process otherwise. */
void load_library(int file);

/* Calls the library for one request and writes the answer; whatever the library allocated is freed on every path. */
void serve(const struct request *request, int answers, int memory_file);

/* Destroys the handle, at a clean end. */
void unload_library(void);

#endif
