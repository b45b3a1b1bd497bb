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

TEST(SystemV, ReceivesIntoAsMuchRoomAsThereIs) {
    DecodedCall call("msgrcv");
    call.memory.put_object(0x1000, std::int64_t{5});
    call.memory.put(0x1008, "hi there");
    EXPECT_EQ(call.args({9, 0x1000, 8, 5, 0}).returns(2), R"(msgrcv(9, {mtype=5, mtext="hi there"}, 8, 5, 0) = 2)");
    EXPECT_EQ(call.fails(42), "msgrcv(9, 0x1000, 8, 5, 0) = -1 ENOMSG (No message of desired type)");
}

TEST(SystemV, TellsOfSharedMemoryAndSetsItsPermissions) {
    struct Memory {
        std::array<std::uint32_t, 6> permissions{7, 1, 2, 3, 4, 0640};
        std::uint64_t sequence = 0;
        std::array<std::uint64_t, 2> unused{};
        std::array<std::uint64_t, 4> numbers{4096, 10, 20, 30};
        std::array<std::int32_t, 2> processes{8, 9};
        std::array<std::uint64_t, 3> attached{1, 0, 0};
    };
    DecodedCall call("shmctl");
    call.memory.put_object(0x1000, Memory{});
    EXPECT_EQ(call.args({5, 2, 0x1000}).returns(0),
              "shmctl(5, IPC_STAT, {shm_perm={uid=1, gid=2, mode=0640, key=7, cuid=3, cgid=4}, shm_segsz=4096, shm_cpid=8, "
              "shm_lpid=9, shm_nattch=1, shm_atime=10, shm_dtime=20, shm_ctime=30}) = 0");
    DecodedCall sets("shmctl");
    sets.memory.put_object(0x1000, Memory{});
    EXPECT_EQ(sets.args({5, 1, 0x1000}).fails(1),
              "shmctl(5, IPC_SET, {shm_perm={uid=1, gid=2, mode=0640}}) = -1 EPERM (Operation not permitted)");
    EXPECT_EQ(DecodedCall("shmctl").args({5, 0, 0}).returns(0), "shmctl(5, IPC_RMID, NULL) = 0");
}

TEST(SystemV, TellsLimitsOfQueuesAndSemaphores) {
    DecodedCall queue("msgctl");
    queue.memory.put_object(0x1000, std::array<std::int32_t, 8>{1, 2, 3, 4, 5, 6, 7, 8});
    EXPECT_EQ(queue.args({0, 3, 0x1000}).returns(0),
              "msgctl(0, IPC_INFO, {msgpool=1, msgmap=2, msgmax=3, msgmnb=4, msgmni=5, msgssz=6, msgtql=7, msgseg=8}) = 0");
    DecodedCall semaphores("semctl");
    semaphores.memory.put_object(0x1000, std::array<std::int32_t, 10>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    EXPECT_EQ(semaphores.args({0, 0, 19, 0x1000}).returns(0),
              "semctl(0, 0, SEM_INFO, {semmap=1, semmni=2, semmns=3, semmnu=4, semmsl=5, semopm=6, semume=7, semusz=8, semvmx=9, "
              "semaem=10}) = 0");
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
    call.memory.put(0x2004, "hi, ");
    EXPECT_EQ(call.args({9, 0x1000, 2, 0, 0, 12}).returns(2), R"(msgrcv(9, {mtype=5, mtext="hi"}, 2, -7, 0) = 2)");
    DecodedCall versioned(through_ipc, Abi::i386);
    versioned.memory.put_object(0x2000, std::int32_t{5});
    versioned.memory.put(0x2004, "hi, ");
    EXPECT_EQ(versioned.args({9, 0x2000, 2, 7, 0, 0x1000c}).returns(2), R"(msgrcv(9, {mtype=5, mtext="hi"}, 2, 7, 0) = 2)");
}

TEST(SystemV, AttachesThroughIpcWhereMemorySays) {
    const std::uint32_t through_ipc = 661;
    DecodedCall call(through_ipc, Abi::i386);
    call.memory.put_object(0x2000, std::uint32_t{0xf7f58000});
    EXPECT_EQ(call.args({7, 0, 010000, 0x2000}).returns(0), "shmat(7, NULL, SHM_RDONLY) = 0xf7f58000");
}

}  // namespace
}  // namespace troupe::tests
