#include "core/tables/values/asynchronous_io.hpp"

// Operations of io_submit (linux/aio_abi.h).
namespace troupe {

namespace {

constexpr NamedConstant io_operations_rows[] = {
    {0, "IOCB_CMD_PREAD"}, {1, "IOCB_CMD_PWRITE"}, {2, "IOCB_CMD_FSYNC"},  {3, "IOCB_CMD_FDSYNC"},  {4, "IOCB_CMD_PREADX"},
    {5, "IOCB_CMD_POLL"},  {6, "IOCB_CMD_NOOP"},   {7, "IOCB_CMD_PREADV"}, {8, "IOCB_CMD_PWRITEV"},
};

constexpr NamedConstant io_command_flags_rows[] = {{1, "IOCB_FLAG_RESFD"}, {2, "IOCB_FLAG_IOPRIO"}};

}  // namespace

constinit const ValueSet io_operations{"io_operations", "IOCB_CMD_???", io_operations_rows};
constinit const FlagSet io_command_flags{"io_command_flags", "IOCB_FLAG_???", io_command_flags_rows};

}  // namespace troupe
