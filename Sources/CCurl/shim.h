#include <curl/curl.h>

// `curl_easy_setopt` and `curl_easy_getinfo` take variable arguments, which Swift cannot call: one function a type.
static inline CURLcode curlSetLong(CURL *handle, CURLoption option, long value) { return curl_easy_setopt(handle, option, value); }
static inline CURLcode curlSetString(CURL *handle, CURLoption option, const char *value) { return curl_easy_setopt(handle, option, value); }
static inline CURLcode curlSetPointer(CURL *handle, CURLoption option, void *value) { return curl_easy_setopt(handle, option, value); }
static inline CURLcode curlSetList(CURL *handle, CURLoption option, struct curl_slist *value) { return curl_easy_setopt(handle, option, value); }
typedef size_t (*CurlSink)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode curlSetSink(CURL *handle, CURLoption option, CurlSink sink) { return curl_easy_setopt(handle, option, sink); }
static inline CURLcode curlGetLong(CURL *handle, CURLINFO info, long *value) { return curl_easy_getinfo(handle, info, value); }
static inline CURLcode curlGetString(CURL *handle, CURLINFO info, char **value) { return curl_easy_getinfo(handle, info, value); }
