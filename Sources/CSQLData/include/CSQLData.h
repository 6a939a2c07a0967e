#ifndef CSQLData_H
#define CSQLData_H
#include <stddef.h>

/// One embedded file: its path below the data folder, its bytes, its length.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} CSQLData_file;

/// All embedded files, in a fixed order; `count` is set to their number.
const CSQLData_file *_Nonnull CSQLData_files(size_t *_Nonnull count);
#endif
