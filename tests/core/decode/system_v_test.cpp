#include <gtest/gtest.h>

#include <array>

#include "tests/support/decoded_call.hpp"

/// System V IPC.
namespace troupe::tests {
namespace {

using namespace std::string_literals;

TEST(SystemV, HasPermissionsBehindFlags) {
    EXPECT_EQ(DecodedCall("msgget").args({0, 01600}).returns(1), "msgget(IPC_PRIVATE, IPC_CREAT|0600) = 1");
    EXPECT_EQ(DecodedCall("semget").args({0x77, 1, 03666}).returns(1), "semget(0x77, 1, IPC_CREAT|IPC_EXCL|0666) = 1");
    EXPECT_EQ(DecodedCall("shmget").args({5, 0, 04000 | (21u << 26)}).fails(2),
              "shmget(0x5, 0, SHM_HUGETLB|21<<SHM_HUGE_SHIFT|000) = -1 ENOENT (No such file or directory)");
}

TEST(SystemV, SendsAMessageOfATypeAndText) {
    DecodedCall call("msgsnd");
    call.memory.put_object(0x1000, std::int64_t{5});
    call.memory.put(0x1008, "hi there");
    EXPECT_EQ(call.args({9, 0x1000, 2, 04000}).returns(0), R"(msgsnd(9, {mtype=5, mtext="hi"}, 2, IPC_NOWAIT) = 0)");
    EXPECT_EQ(DecodedCall("msgsnd").args({9, 0, 3, 0}).fails(14), "msgsnd(9, NULL, 3, 0) = -1 EFAULT (Bad address)");
}

TEST(SystemV, ReceivesAsMuchAsTheResultSays) {
    DecodedCall call("msgrcv");
    call.memory.put_object(0x1000, std::int64_t{5});
    call.memory.put(0x1008, "hi there");
    EXPECT_EQ(call.args({9, 0x1000, 100, 5, 0}).returns(8), R"(msgrcv(9, {mtype=5, mtext="hi there"}, 100, 5, 0) = 8)");
    EXPECT_EQ(call.fails(42), "msgrcv(9, 0x1000, 100, 5, 0) = -1 ENOMSG (No message of desired type)");
}

TEST(SystemV, ShowsEveryOperationOnSemaphores) {
    DecodedCall call("semop");
    call.memory.put_object(0x1000, std::array<std::int16_t, 6>{0, -1, 014000, 1, 2, 04000});
    EXPECT_EQ(call.args({8, 0x1000, 2}).returns(0),
              "semop(8, [{sem_num=0, sem_op=-1, sem_flg=SEM_UNDO|IPC_NOWAIT}, {sem_num=1, sem_op=2, sem_flg=IPC_NOWAIT}], 2) = 0");
    EXPECT_EQ(DecodedCall("semop").args({8, 0x1000, 0}).fails(22), "semop(8, [], 0) = -1 EINVAL (Invalid argument)");
}

TEST(SystemV, ReceivesThroughIpcWhatMemorySays) {
    const std::uint32_t through_ipc = 652;
    DecodedCall call(through_ipc, Abi::i386);
    call.memory.put_object(0x1000, std::array<std::uint32_t, 2>{0x2000, 0xfffffff9});
    call.memory.put_object(0x2000, std::int32_t{5});
    call.memory.put(0x2004, "hi");
    EXPECT_EQ(call.args({9, 0x1000, 100, 0, 0, 12}).returns(2), R"(msgrcv(9, {mtype=5, mtext="hi"}, 100, -7, 0) = 2)");
    DecodedCall versioned(through_ipc, Abi::i386);
    versioned.memory.put_object(0x2000, std::int32_t{5});
    versioned.memory.put(0x2004, "hi");
    EXPECT_EQ(versioned.args({9, 0x2000, 100, 7, 0, 0x1000c}).returns(2), R"(msgrcv(9, {mtype=5, mtext="hi"}, 100, 7, 0) = 2)");
}

TEST(SystemV, AttachesThroughIpcWhereMemorySays) {
    const std::uint32_t through_ipc = 661;
    DecodedCall call(through_ipc, Abi::i386);
    call.memory.put_object(0x2000, std::uint32_t{0xf7f58000});
    EXPECT_EQ(call.args({7, 0, 010000, 0x2000}).returns(0), "shmat(7, NULL, SHM_RDONLY) = 0xf7f58000");
}

}  // namespace
}  // namespace troupe::tests
