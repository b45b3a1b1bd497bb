#include <gtest/gtest.h>
#include <linux/io_uring.h>
#include <sys/uio.h>

#include <array>
#include <cstdint>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// What io_uring_register(2) and io_uring_enter(2) take.
namespace troupe::tests {
namespace {

template <typename T>
std::string registers(std::uint64_t operation, const T& object, std::uint64_t count) {
    DecodedCall call("io_uring_register");
    call.memory.put_object(place, object);
    return call.args({minus_one, operation, place, count}).fails(9);
}

std::string line_of(const std::string& arguments) { return "io_uring_register(-1, " + arguments + ") = -1 EBADF (Bad file descriptor)"; }

TEST(RingRegistrations, AreArraysOfWhatIsRegistered) {
    const std::array<std::int32_t, 2> descriptors{-1, 7};
    EXPECT_EQ(registers(2, descriptors, 2), line_of("IORING_REGISTER_FILES, [-1, 7], 2"));
    EXPECT_EQ(registers(4, descriptors, 1), line_of("IORING_REGISTER_EVENTFD, [-1], 1"));
    EXPECT_EQ(registers(7, descriptors, 0), line_of("IORING_REGISTER_EVENTFD_ASYNC, [], 0"));
    const std::array<std::uint64_t, 4> buffers{0, 3, place, 5};
    EXPECT_EQ(registers(0, buffers, 2), line_of("IORING_REGISTER_BUFFERS, [{iov_base=NULL, iov_len=3}, {iov_base=0x1000, iov_len=5}], 2"))
        << "where they are, not what is there";
    EXPECT_EQ(registers(17, std::uint16_t{0x201}, 2), line_of("IORING_REGISTER_IOWQ_AFF, [0 9], 2"));
}

TEST(RingRegistrations, AreStructures) {
    EXPECT_EQ(registers(22, io_uring_buf_reg{0, 4, 5, 0, {}}, 1),
              line_of("IORING_REGISTER_PBUF_RING, {ring_addr=NULL, ring_entries=4, bgid=5}, 1"));
    EXPECT_EQ(registers(23, io_uring_buf_reg{1, 4, 5, 6, {7, 8, 9}}, 1),
              line_of("IORING_UNREGISTER_PBUF_RING, {ring_addr=0x1, ring_entries=4, bgid=5, pad=0x6, resv=[0x7, 0x8, 0x9]}, 1"));
    EXPECT_EQ(registers(20, io_uring_rsrc_update{minus_one & 0xffffffff, 0, 3}, 1),
              line_of("IORING_REGISTER_RING_FDS, [{offset=-1, data=3}], 1"));
    EXPECT_EQ(registers(21, io_uring_rsrc_update{2, 1, 0}, 1), line_of("IORING_UNREGISTER_RING_FDS, [{offset=2, resv=0x1}], 1"));
    EXPECT_EQ(registers(21, io_uring_rsrc_update{2, 0, 3}, 1), line_of("IORING_UNREGISTER_RING_FDS, [{offset=2, data=0x3}], 1"));
}

TEST(RingRegistrations, UpdatesOfFilesPointAtDescriptors) {
    DecodedCall call("io_uring_register");
    call.memory.put_object(place, io_uring_files_update{3, 0, other_place});
    call.memory.put_object(other_place, std::array<std::int32_t, 2>{-1, -2});
    EXPECT_EQ(call.args({minus_one, 6, place, 2}).fails(9),
              line_of("IORING_REGISTER_FILES_UPDATE, {offset=3, fds=[-1, IORING_REGISTER_FILES_SKIP]}, 2"));
    EXPECT_EQ(registers(6, io_uring_files_update{3, 1, 0}, 2), line_of("IORING_REGISTER_FILES_UPDATE, {offset=3, resv=0x1, fds=NULL}, 2"));
}

TEST(RingRegistrations, ResourcesHaveTags) {
    const auto registered = [](std::uint64_t operation, const auto& object, std::uint64_t size) {
        DecodedCall call("io_uring_register");
        call.memory.put_object(place, object);
        call.memory.put_object(other_place, std::array<std::int32_t, 2>{-1, 7});
        call.memory.put_object(other_place + 0x100, std::array<std::uint64_t, 2>{1, minus_one});
        return call.args({minus_one, operation, place, size}).fails(9);
    };
    EXPECT_EQ(
        registered(13, io_uring_rsrc_register{2, 1, 0, other_place, other_place + 0x100}, 32),
        line_of("IORING_REGISTER_FILES2, {nr=2, flags=IORING_RSRC_REGISTER_SPARSE, data=[-1, 7], tags=[0x1, 0xffffffffffffffff]}, 32"));
    EXPECT_EQ(registered(14, io_uring_rsrc_update2{3, 0, other_place, 0, 1, 0}, 32),
              line_of("IORING_REGISTER_FILES_UPDATE2, {offset=3, data=[-1], tags=NULL, nr=1}, 32"));
    EXPECT_EQ(registered(15, io_uring_rsrc_register{1, 0, 4, 0, 0}, 32),
              line_of("IORING_REGISTER_BUFFERS2, {nr=1, flags=0, resv2=0x4, data=NULL, tags=NULL}, 32"));
    EXPECT_EQ(registered(13, io_uring_rsrc_register{}, 31), line_of("IORING_REGISTER_FILES2, 0x1000, 31"));
}

TEST(RingRegistrations, OfWhichNothingIsKnownAreAddresses) {
    EXPECT_EQ(registers(12, std::uint64_t{1}, 0), line_of("IORING_REGISTER_ENABLE_RINGS, 0x1000, 0"));
    DecodedCall call("io_uring_register");
    EXPECT_EQ(call.args({minus_one, 2, 0, 3}).fails(9), line_of("IORING_REGISTER_FILES, NULL, 3"));
}

/// What a probe holds: 16 bytes, and 8 for each operation.
struct TwoOperations {
    std::uint8_t last = 3, length = 4;
    std::uint16_t reserved = 0;
    std::uint32_t reserved_2[3] = {};
    struct {
        std::uint8_t number, reserved = 0;
        std::uint16_t flags = 0;
        std::uint32_t reserved_2 = 0;
    } operations[2] = {{1, 0, 1, 0}, {200, 1, 2, 3}};
};

TEST(RingProbes, TellWhichOperationsThereAre) {
    const std::string operations =
        "{op=IORING_OP_READV, flags=IO_URING_OP_SUPPORTED}, {op=200 /* IORING_OP_??? */, resv=0x1, flags=0x2 /* IO_URING_OP_??? */, "
        "resv2=0x3}";
    EXPECT_EQ(registers(8, TwoOperations{}, 2),
              line_of("IORING_REGISTER_PROBE, {last_op=IORING_OP_FSYNC, ops_len=4, ops=[" + operations + "]}, 2"));
    EXPECT_EQ(registers(8, TwoOperations{}, 0), line_of("IORING_REGISTER_PROBE, {last_op=IORING_OP_FSYNC, ops_len=4, ops=[]}, 0"));
    EXPECT_EQ(registers(8, TwoOperations{}, 3), line_of("IORING_REGISTER_PROBE, 0x1000, 3"));
    EXPECT_EQ(registers(8, TwoOperations{}, 257), line_of("IORING_REGISTER_PROBE, 0x1000, 257"));
    DecodedCall call("io_uring_register");
    call.memory.put_object(place, TwoOperations{});
    EXPECT_EQ(call.args({minus_one, 8, place, 1}).returns(0),
              "io_uring_register(-1, IORING_REGISTER_PROBE, {last_op=IORING_OP_FSYNC, ops_len=4, ops=[{op=IORING_OP_READV, "
              "flags=IO_URING_OP_SUPPORTED}]} => {last_op=IORING_OP_FSYNC, ops_len=4, ops=[{op=IORING_OP_READV, "
              "flags=IO_URING_OP_SUPPORTED}, ...]}, 1) = 0");
}

TEST(RingProbes, ThatAreEmptyShowOnlyTheAnswer) {
    const std::array<std::uint64_t, 4> nothing{};
    EXPECT_EQ(registers(8, nothing, 2), line_of("IORING_REGISTER_PROBE, 0x1000, 2"));
    DecodedCall call("io_uring_register");
    call.memory.put_object(place, nothing);
    call.args({minus_one, 8, place, 2}).entry();
    TwoOperations told;
    told.length = 1;
    call.memory.put_object(place, told);
    EXPECT_EQ(call.returns(0),
              "io_uring_register(-1, IORING_REGISTER_PROBE, {last_op=IORING_OP_FSYNC, ops_len=1, ops=[{op=IORING_OP_READV, "
              "flags=IO_URING_OP_SUPPORTED}]}, 2) = 0");
}

TEST(RingRegistrations, RestrictWhatARingMayDo) {
    const std::array<std::uint16_t, 32> restrictions{0, 0, 0, 0, 0, 0, 0, 0, 1, 1,      0, 0, 0, 0, 0, 0,
                                                     3, 3, 0, 0, 0, 0, 0, 0, 4, 0x0907, 5, 0, 0, 0, 0, 0};
    EXPECT_EQ(registers(11, restrictions, 4),
              line_of("IORING_REGISTER_RESTRICTIONS, [{opcode=IORING_RESTRICTION_REGISTER_OP, register_op=IORING_REGISTER_BUFFERS}, "
                      "{opcode=IORING_RESTRICTION_SQE_OP, sqe_op=IORING_OP_READV}, {opcode=IORING_RESTRICTION_SQE_FLAGS_REQUIRED, "
                      "sqe_flags=IOSQE_FIXED_FILE|IOSQE_IO_DRAIN}, {opcode=0x4 /* IORING_RESTRICTION_??? */ /* op: 0x7 */, resv=0x9, "
                      "resv2=[0x5, 0, 0]}], 4"));
    EXPECT_EQ(registers(11, restrictions, 0), line_of("IORING_REGISTER_RESTRICTIONS, [], 0"));
}

TEST(RingRegistrations, LimitWorkersOfBothKinds) {
    const std::array<std::uint32_t, 3> limits{1, minus_one & 0xffffffff, 3};
    EXPECT_EQ(registers(19, limits, 2),
              line_of("IORING_REGISTER_IOWQ_MAX_WORKERS, [[IO_WQ_BOUND]=1, [IO_WQ_UNBOUND]=4294967295] => 0x1000, 2"));
    EXPECT_EQ(
        registers(19, limits, 4),
        line_of("IORING_REGISTER_IOWQ_MAX_WORKERS, [[IO_WQ_BOUND]=1, [IO_WQ_UNBOUND]=4294967295, [2 /* IO_WQ_??? */]=3, ... /* 0x100c "
                "*/], 4"));
    EXPECT_EQ(registers(19, limits, 0), line_of("IORING_REGISTER_IOWQ_MAX_WORKERS, [], 0"));
    DecodedCall call("io_uring_register");
    call.memory.put_object(place, limits);
    call.args({minus_one, 19, place, 1}).entry();
    call.memory.put_object(place, std::uint32_t{8});
    EXPECT_EQ(call.returns(0), "io_uring_register(-1, IORING_REGISTER_IOWQ_MAX_WORKERS, [[IO_WQ_BOUND]=1] => [[IO_WQ_BOUND]=8], 1) = 0");
}

TEST(RingRegistrations, OfNewerKernelsAreStructures) {
    EXPECT_EQ(registers(25, std::array<std::uint32_t, 4>{1, 2, 0, 0}, 1), line_of("IORING_REGISTER_FILE_ALLOC_RANGE, {off=1, len=2}, 1"));
    EXPECT_EQ(registers(29, std::array<std::uint32_t, 4>{7, 0, 0, 0}, 0), line_of("IORING_REGISTER_CLOCK, {clockid=CLOCK_BOOTTIME}, 0"));
    EXPECT_EQ(registers(30, std::array<std::uint32_t, 8>{3, 1, 0, 0, 5, 0, 0, 0}, 1),
              line_of("IORING_REGISTER_CLONE_BUFFERS, {src_fd=3, flags=IORING_REGISTER_SRC_REGISTERED, src_off=0, dst_off=0, nr=5}, 1"));
    EXPECT_EQ(registers(27, std::array<std::uint32_t, 4>{9, 0x101, 0, 0}, 1),
              line_of("IORING_REGISTER_NAPI, {busy_poll_to=9, prefer_busy_poll=1, opcode=IO_URING_NAPI_STATIC_ADD_ID, op_param=0}, 1"));
    EXPECT_EQ(registers(24, std::array<std::uint64_t, 8>{5, 0x300000003, 1, 2, 0xb, 0, 0, 0}, 1),
              line_of("IORING_REGISTER_SYNC_CANCEL, {addr=0x5, fd=3, flags=IORING_ASYNC_CANCEL_ALL|IORING_ASYNC_CANCEL_FD, "
                      "timeout={tv_sec=1, tv_nsec=2}, opcode=IORING_OP_TIMEOUT}, 1"));
}

TEST(RingEntry, TakesASetOfSignals) {
    DecodedCall call("io_uring_enter");
    call.memory.put_object(place, std::uint64_t{1});
    EXPECT_EQ(call.args({3, 1, 2, 1, place, 8}).fails(9),
              "io_uring_enter(3, 1, 2, IORING_ENTER_GETEVENTS, [HUP], 8) = -1 EBADF (Bad file descriptor)");
}

}  // namespace
}  // namespace troupe::tests
