#include <gtest/gtest.h>
#include <linux/aio_abi.h>

#include <array>
#include <cstdint>

#include "tests/support/decoded_call.hpp"

/// io_submit and its like.
namespace troupe::tests {
namespace {

/// io_submit of one command.
std::string submitted(DecodedCall& call, const iocb& command) {
    call.memory.put_object(0x1000, std::uint64_t{0x2000});
    call.memory.put_object(0x2000, command);
    return call.args({0x77, 1, 0x1000}).fails(22);
}

TEST(AsynchronousIo, ShowsWhatEachOperationLooksAt) {
    iocb command{};
    command.aio_data = 7;
    command.aio_fildes = 1;
    command.aio_buf = 0x3000;
    command.aio_nbytes = 2;
    command.aio_offset = 33;
    DecodedCall reads("io_submit");
    EXPECT_EQ(submitted(reads, command),
              "io_submit(0x77, 1, [{aio_data=0x7, aio_lio_opcode=IOCB_CMD_PREAD, aio_fildes=1, aio_buf=0x3000, aio_nbytes=2, "
              "aio_offset=33}]) = -1 EINVAL (Invalid argument)");
    command.aio_lio_opcode = IOCB_CMD_PWRITE;
    DecodedCall writes("io_submit");
    writes.memory.put(0x3000, "hi");
    EXPECT_EQ(submitted(writes, command),
              "io_submit(0x77, 1, [{aio_data=0x7, aio_lio_opcode=IOCB_CMD_PWRITE, aio_fildes=1, aio_buf=\"hi\", aio_nbytes=2, "
              "aio_offset=33}]) = -1 EINVAL (Invalid argument)");
    command.aio_lio_opcode = IOCB_CMD_FSYNC;
    DecodedCall syncs("io_submit");
    EXPECT_EQ(submitted(syncs, command),
              "io_submit(0x77, 1, [{aio_data=0x7, aio_lio_opcode=IOCB_CMD_FSYNC, aio_fildes=1}]) = -1 EINVAL (Invalid argument)");
    command.aio_lio_opcode = 99;
    DecodedCall other("io_submit");
    EXPECT_EQ(submitted(other, command),
              "io_submit(0x77, 1, [{aio_data=0x7, aio_lio_opcode=99 /* IOCB_CMD_??? */, aio_fildes=1}])"
              " = -1 EINVAL (Invalid argument)");
    DecodedCall in_numbers("io_submit");
    in_numbers.constants(ConstantStyle::numbers);
    EXPECT_EQ(submitted(in_numbers, command),
              "io_submit(0x77, 1, [{aio_data=0x7, aio_lio_opcode=99, aio_fildes=1}]) = -1 EINVAL (Invalid argument)");
}

TEST(AsynchronousIo, ShowsPrioritiesAndDescriptorsWhereFlagsSayThatThereAreSome) {
    iocb command{};
    command.aio_lio_opcode = IOCB_CMD_POLL;
    command.aio_buf = 1;
    command.aio_flags = IOCB_FLAG_RESFD;
    command.aio_resfd = 5;
    DecodedCall polls("io_submit");
    EXPECT_EQ(submitted(polls, command),
              "io_submit(0x77, 1, [{aio_data=0, aio_lio_opcode=IOCB_CMD_POLL, aio_fildes=0, aio_buf=POLLIN, "
              "aio_flags=IOCB_FLAG_RESFD, aio_resfd=5}]) = -1 EINVAL (Invalid argument)");
    command.aio_flags = IOCB_FLAG_IOPRIO;
    command.aio_reqprio = 0x4001;
    DecodedCall ranked("io_submit");
    EXPECT_EQ(submitted(ranked, command),
              "io_submit(0x77, 1, [{aio_data=0, aio_lio_opcode=IOCB_CMD_POLL, aio_reqprio=IOPRIO_PRIO_VALUE(IOPRIO_CLASS_BE, 1), "
              "aio_fildes=0, aio_buf=POLLIN, aio_flags=IOCB_FLAG_IOPRIO, aio_resfd=0x5}]) = -1 EINVAL (Invalid argument)");
}

TEST(AsynchronousIo, ShowsADescriptorThatNoFlagAsksForAsANumber) {
    iocb command{};
    command.aio_lio_opcode = IOCB_CMD_POLL;
    command.aio_buf = 1;
    command.aio_resfd = 7;
    DecodedCall call("io_submit");
    EXPECT_EQ(submitted(call, command),
              "io_submit(0x77, 1, [{aio_data=0, aio_lio_opcode=IOCB_CMD_POLL, aio_fildes=0, aio_buf=POLLIN, aio_resfd=0x7}])"
              " = -1 EINVAL (Invalid argument)");
}

TEST(AsynchronousIo, TellsWhatIsDone) {
    DecodedCall call("io_getevents");
    call.memory.put_object(0x1000, std::array<std::int64_t, 4>{1, 2, -3, 4});
    EXPECT_EQ(call.args({0x77, 1, 2, 0x1000, 0}).returns(1), "io_getevents(0x77, 1, 2, [{data=0x1, obj=0x2, res=-3, res2=4}], NULL) = 1");
}

}  // namespace
}  // namespace troupe::tests
