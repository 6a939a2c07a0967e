#ifndef CRateData_H
#define CRateData_H
#include <stddef.h>

/// One embedded file: its path below the data folder, its bytes, its length.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} CRateData_file;

/// All embedded files, in a fixed order; `count` is set to their number.
const CRateData_file *_Nonnull CRateData_files(size_t *_Nonnull count);
#endif
