#include "core/tables/flags/io_uring.hpp"

#include <linux/io_uring.h>

#include "core/tables/named_constant.hpp"

// Bits of io_uring_setup(2).
namespace troupe {

namespace {

constexpr NamedConstant io_uring_setup_flags_rows[] = {
    TROUPE_NAMED(IORING_SETUP_IOPOLL),        TROUPE_NAMED(IORING_SETUP_SQPOLL),
    TROUPE_NAMED(IORING_SETUP_SQ_AFF),        TROUPE_NAMED(IORING_SETUP_CQSIZE),
    TROUPE_NAMED(IORING_SETUP_CLAMP),         TROUPE_NAMED(IORING_SETUP_ATTACH_WQ),
    TROUPE_NAMED(IORING_SETUP_R_DISABLED),    TROUPE_NAMED(IORING_SETUP_SUBMIT_ALL),
    TROUPE_NAMED(IORING_SETUP_COOP_TASKRUN),  TROUPE_NAMED(IORING_SETUP_TASKRUN_FLAG),
    TROUPE_NAMED(IORING_SETUP_SQE128),        TROUPE_NAMED(IORING_SETUP_CQE32),
    TROUPE_NAMED(IORING_SETUP_SINGLE_ISSUER), TROUPE_NAMED(IORING_SETUP_DEFER_TASKRUN),
    {1 << 14, "IORING_SETUP_NO_MMAP"},        {1 << 15, "IORING_SETUP_REGISTERED_FD_ONLY"},
    {1 << 16, "IORING_SETUP_NO_SQARRAY"},     {1 << 17, "IORING_SETUP_HYBRID_IOPOLL"},
    {1 << 18, "IORING_SETUP_CQE_MIXED"},      {1 << 19, "IORING_SETUP_SQE_MIXED"},
    {1 << 20, "IORING_SETUP_SQ_REWIND"},
};

constexpr NamedConstant io_uring_features_rows[] = {
    TROUPE_NAMED(IORING_FEAT_SINGLE_MMAP),    TROUPE_NAMED(IORING_FEAT_NODROP),          TROUPE_NAMED(IORING_FEAT_SUBMIT_STABLE),
    TROUPE_NAMED(IORING_FEAT_RW_CUR_POS),     TROUPE_NAMED(IORING_FEAT_CUR_PERSONALITY), TROUPE_NAMED(IORING_FEAT_FAST_POLL),
    TROUPE_NAMED(IORING_FEAT_POLL_32BITS),    TROUPE_NAMED(IORING_FEAT_SQPOLL_NONFIXED), TROUPE_NAMED(IORING_FEAT_EXT_ARG),
    TROUPE_NAMED(IORING_FEAT_NATIVE_WORKERS), TROUPE_NAMED(IORING_FEAT_RSRC_TAGS),       TROUPE_NAMED(IORING_FEAT_CQE_SKIP),
    TROUPE_NAMED(IORING_FEAT_LINKED_FILE),    {1 << 13, "IORING_FEAT_REG_REG_RING"},     {1 << 14, "IORING_FEAT_RECVSEND_BUNDLE"},
    {1 << 15, "IORING_FEAT_MIN_TIMEOUT"},     {1 << 16, "IORING_FEAT_RW_ATTR"},          {1 << 17, "IORING_FEAT_NO_IOWAIT"},
};

constexpr NamedConstant resource_flags_rows[] = {TROUPE_NAMED(IORING_RSRC_REGISTER_SPARSE)};

constexpr NamedConstant ring_operation_flags_rows[] = {TROUPE_NAMED(IO_URING_OP_SUPPORTED)};

constexpr NamedConstant ring_entry_flags_rows[] = {
    TROUPE_NAMED(IOSQE_FIXED_FILE),       TROUPE_NAMED(IOSQE_IO_DRAIN), TROUPE_NAMED(IOSQE_IO_LINK),
    TROUPE_NAMED(IOSQE_IO_HARDLINK),      TROUPE_NAMED(IOSQE_ASYNC),    TROUPE_NAMED(IOSQE_BUFFER_SELECT),
    TROUPE_NAMED(IOSQE_CQE_SKIP_SUCCESS),
};

constexpr NamedConstant ring_cancel_flags_rows[] = {
    {1, "IORING_ASYNC_CANCEL_ALL"},      {2, "IORING_ASYNC_CANCEL_FD"},        {4, "IORING_ASYNC_CANCEL_ANY"},
    {8, "IORING_ASYNC_CANCEL_FD_FIXED"}, {16, "IORING_ASYNC_CANCEL_USERDATA"}, {32, "IORING_ASYNC_CANCEL_OP"},
};

constexpr NamedConstant ring_clone_flags_rows[] = {{1, "IORING_REGISTER_SRC_REGISTERED"}, {2, "IORING_REGISTER_DST_REPLACE"}};

}  // namespace

constinit const FlagSet io_uring_setup_flags{"io_uring_setup_flags", "IORING_SETUP_???", io_uring_setup_flags_rows};
constinit const FlagSet io_uring_features{"io_uring_features", "IORING_FEAT_???", io_uring_features_rows};
constinit const FlagSet resource_flags{"resource_flags", "IORING_RSRC_REGISTER_???", resource_flags_rows};
constinit const FlagSet ring_operation_flags{"ring_operation_flags", "IO_URING_OP_???", ring_operation_flags_rows};
constinit const FlagSet ring_entry_flags{"ring_entry_flags", "IOSQE_???", ring_entry_flags_rows};
constinit const FlagSet ring_cancel_flags{"ring_cancel_flags", "IORING_ASYNC_CANCEL_???", ring_cancel_flags_rows};
constinit const FlagSet ring_clone_flags{"ring_clone_flags", "IORING_REGISTER_???", ring_clone_flags_rows};

}  // namespace troupe
