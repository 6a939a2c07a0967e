#include <iconv.h>
#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU and its headers include ICU's, which clash with the copy inside Foundation.
// Nothing here uses them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/// `xmlFree` is a mutable global, which Swift 6 does not let one call.
static inline void freeXMLMemory(void *memory) { xmlFree(memory); }
