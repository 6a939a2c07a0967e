#ifndef CCatalogData_H
#define CCatalogData_H
#include <stddef.h>

/// One embedded file: its path below the data folder, its bytes, its length.
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} CCatalogData_file;

/// All embedded files, in a fixed order; `count` is set to their number.
const CCatalogData_file *_Nonnull CCatalogData_files(size_t *_Nonnull count);
#endif
