/* statx: what was asked for, what came, and the flags of both. The kernel answers, of a file in memory. */
#define _GNU_SOURCE
#define statx library_statx
#define statx_timestamp library_statx_timestamp
#include <sys/stat.h>
#undef statx
#undef statx_timestamp
#include <linux/stat.h>

#include "own_folder.h"

struct bit {
    word bit;
    const char* name;
};
#define BIT(name) \
    { name, #name }

static const struct bit masks[] = {{STATX_BASIC_STATS, "STATX_BASIC_STATS"}, BIT(STATX_TYPE)};
static void tell_calls(void) { (void)masks; }
int main(int argc, char** argv) { return tell_main(argc, argv, ""); }
