
#include "core/tables/flags/open.hpp"

#include "core/tables/named_constant.hpp"

// Opening files. The numbers are those of the kernel: the C library hides O_LARGEFILE where it has no effect.
namespace troupe {

namespace {

constexpr NamedConstant open_access_modes_rows[] = {
    {0, "O_RDONLY"},
    {1, "O_WRONLY"},
    {2, "O_RDWR"},
    {3, "O_ACCMODE"},
};

constexpr NamedConstant open_flags_rows[] = {
    {0100, "O_CREAT"},        {0200, "O_EXCL"},         {0400, "O_NOCTTY"},         {01000, "O_TRUNC"},      {02000, "O_APPEND"},
    {04000, "O_NONBLOCK"},    {04010000, "O_SYNC"},     {04000000, "__O_SYNC"},     {010000, "O_DSYNC"},     {040000, "O_DIRECT"},
    {0100000, "O_LARGEFILE"}, {0400000, "O_NOFOLLOW"},  {01000000, "O_NOATIME"},    {02000000, "O_CLOEXEC"}, {010000000, "O_PATH"},
    {020200000, "O_TMPFILE"}, {0200000, "O_DIRECTORY"}, {020000000, "__O_TMPFILE"}, {020000, "FASYNC"},
};

constexpr NamedConstant pipe_flags_rows[] = {
    {0100, "O_CREAT"},        {0200, "O_EXCL"},         {0400, "O_NOCTTY"},         {01000, "O_TRUNC"},      {02000, "O_APPEND"},
    {04000, "O_NONBLOCK"},    {04010000, "O_SYNC"},     {04000000, "__O_SYNC"},     {010000, "O_DSYNC"},     {040000, "O_DIRECT"},
    {0100000, "O_LARGEFILE"}, {0400000, "O_NOFOLLOW"},  {01000000, "O_NOATIME"},    {02000000, "O_CLOEXEC"}, {010000000, "O_PATH"},
    {020200000, "O_TMPFILE"}, {0200000, "O_DIRECTORY"}, {020000000, "__O_TMPFILE"}, {020000, "FASYNC"},
};

constexpr NamedConstant dup3_flags_rows[] = {
    {0100, "O_CREAT"},        {0200, "O_EXCL"},         {0400, "O_NOCTTY"},         {01000, "O_TRUNC"},      {02000, "O_APPEND"},
    {04000, "O_NONBLOCK"},    {04010000, "O_SYNC"},     {04000000, "__O_SYNC"},     {010000, "O_DSYNC"},     {040000, "O_DIRECT"},
    {0100000, "O_LARGEFILE"}, {0400000, "O_NOFOLLOW"},  {01000000, "O_NOATIME"},    {02000000, "O_CLOEXEC"}, {010000000, "O_PATH"},
    {020200000, "O_TMPFILE"}, {0200000, "O_DIRECTORY"}, {020000000, "__O_TMPFILE"}, {020000, "FASYNC"},
};

}  // namespace

constinit const ValueSet open_access_modes{"open_access_modes", "", open_access_modes_rows};
constinit const FlagSet open_flags{"open_flags", "O_???", open_flags_rows, 3, &open_access_modes};
constinit const FlagSet pipe_flags{"pipe_flags", "O_???", pipe_flags_rows};
constinit const FlagSet dup3_flags{"dup3_flags", "O_???", dup3_flags_rows};

}  // namespace troupe
