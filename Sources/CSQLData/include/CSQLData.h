#ifndef CSQLData_H
#define CSQLData_H
#include <stddef.h>

/// One file of `sql/`: its path below that folder, and its text, which ends with a zero byte.
typedef struct {
  const char *_Nonnull path;
  const char *_Nonnull text;
} CSQLData_file;

/// All files of `sql/`, in a fixed order; `count` is set to their number.
const CSQLData_file *_Nonnull CSQLData_files(size_t *_Nonnull count);
#endif
