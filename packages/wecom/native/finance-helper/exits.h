#ifndef HIGHWATER_EXITS_H
#define HIGHWATER_EXITS_H

/* Why the helper ended. The worker knows these numbers from docs/helper-protocol.md. */
enum exit_code {
  EXIT_CLEAN = 0,
  EXIT_ARGUMENTS = 64,
  EXIT_CONFINE = 70,
  EXIT_USER = 71,
  EXIT_LIBRARY = 72,
  EXIT_SYMBOL = 73,
  EXIT_PIPE = 74,
  EXIT_ORPHAN = 75,
  EXIT_FRAME_SHORT = 80,
  EXIT_FRAME_LONG = 81,
  EXIT_FRAME_CUT = 82,
  EXIT_FRAME_TYPE = 83,
  EXIT_FIELD_CUT = 84,
  EXIT_FIELD_COUNT = 85,
  EXIT_FIELD_SIZE = 86,
  EXIT_FRAME_MEMORY = 87,
};

#endif
