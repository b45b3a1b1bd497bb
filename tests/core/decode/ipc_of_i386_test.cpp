#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>

#include "tests/core/decode/places.hpp"
#include "tests/support/decoded_call.hpp"

/// Calls that i386 makes through `ipc`: what stands behind its pointer, and its arguments as they are.
namespace troupe::tests {
namespace {

constexpr std::uint32_t ipc_calls = 640, semop = 1, semctl = 3, msgrcv = 12, shmat = 21, shmdt = 22;

/// `ipc_call` is the argument of ipc itself, which stands behind those of the call.
DecodedCall through_ipc(std::uint32_t number) { return {ipc_calls + number, Abi::i386}; }

TEST(UnionsOfSemaphores, AreBehindThePointerOfIpc) {
    DecodedCall sets = through_ipc(semctl);
    sets.memory.put_object(place, std::uint32_t{7});
    EXPECT_EQ(sets.args({1, 2, 16, place, 0, semctl}).returns(0), "semctl(1, 2, SETVAL, [0x7]) = 0");
    EXPECT_EQ(through_ipc(semctl).args({1, 2, 16, nowhere, 0, semctl}).returns(0), "semctl(1, 2, SETVAL, 0x999000) = 0");
    DecodedCall tells = through_ipc(semctl);
    tells.memory.put_object(place, std::uint32_t{other_place});
    tells.memory.put_object(other_place, std::array<std::uint32_t, 16>{5, 1, 2, 3, 4, 0600});
    EXPECT_EQ(tells.args({1, 2, 2, place, 0, semctl}).returns(0),
              "semctl(1, 2, IPC_STAT, {sem_perm={uid=1, gid=2, mode=0600, key=5, cuid=3, cgid=4}, sem_otime=0, sem_ctime=0, "
              "sem_nsems=0}) = 0");
    EXPECT_EQ(tells.fails(22), "semctl(1, 2, IPC_STAT, [0x2000]) = -1 EINVAL (Invalid argument)");
    DecodedCall lacks = through_ipc(semctl);
    lacks.memory.put_object(place, std::uint32_t{nowhere});
    EXPECT_EQ(lacks.args({1, 2, 1, place, 0, semctl}).returns(0), "semctl(1, 2, IPC_SET, [0x999000]) = 0");
}

TEST(MessagesThroughIpc, HaveNoTypeWhereItIsNotRead) {
    DecodedCall call = through_ipc(msgrcv);
    call.memory.put_object(place, std::array<std::uint32_t, 2>{other_place, 9});
    EXPECT_EQ(call.args({1, place, 2, 0, 3, msgrcv}).fails(22), "msgrcv(1, 0x1000, 2, 0x3 /* MSG_??? */) = -1 EINVAL (Invalid argument)");
    EXPECT_EQ(through_ipc(msgrcv).args({1, nowhere, 2, 0, 3, msgrcv}).returns(0), "msgrcv(1, 0x999000, 2, 0x3 /* MSG_??? */) = 0");
    DecodedCall unread = through_ipc(msgrcv);
    unread.memory.put_object(place, std::array<std::uint32_t, 2>{other_place, 9});
    unread.qualifiers(qualifier::trace);
    EXPECT_EQ(unread.args({1, place, 2, 0, 3, msgrcv}).returns(0), "msgrcv(1, 0x1000, 2, 0x3 /* MSG_??? */) = 0");
}

TEST(PlacesOfSegmentsThroughIpc, AreUnknownWhereTheyCannotBeRead) {
    EXPECT_EQ(through_ipc(shmat).args({1, place, 0, nowhere, 0, shmat}).returns(0), "shmat(1, 0x1000, 0) = ?");
}

TEST(CallsThroughIpc, HaveItsArgumentsInItsOrderWhereTheyAreRaw) {
    // In its own order: 1, 2, 3, 4.
    EXPECT_EQ(through_ipc(semop).qualifiers(qualifier::trace | qualifier::raw).args({1, 4, 2, 3, 5, semop}).returns(0),
              "semop(0x1, 0x2, 0x3, 0x4) = 0");
    EXPECT_EQ(through_ipc(msgrcv).qualifiers(qualifier::trace | qualifier::raw).args({1, 4, 2, 5, 3, msgrcv}).returns(0),
              "msgrcv(0x1, 0x2, 0x3, 0x4, 0x5) = 0");
    EXPECT_EQ(through_ipc(shmdt).qualifiers(qualifier::trace | qualifier::raw).args({4, 1, 2, 3, 5, shmdt}).returns(0),
              "shmdt(0x1, 0x2, 0x3, 0x4) = 0");
}

TEST(LocksOf64Bits, AreShownOfTheCallThatTakesThem) {
    DecodedCall knows("fcntl64", Abi::i386);
    knows.memory.put_object(place, std::array<std::uint32_t, 6>{});
    EXPECT_EQ(knows.args({1, 13, place}).returns(0), "fcntl64(1, F_SETLK64, {l_type=F_RDLCK, l_whence=SEEK_SET, l_start=0, l_len=0}) = 0");
    DecodedCall knows_not("fcntl", Abi::i386);
    knows_not.memory.put_object(place, std::array<std::uint32_t, 6>{});
    EXPECT_EQ(knows_not.args({1, 13, place}).returns(0), "fcntl(1, F_SETLK64, 0x1000) = 0");
}

}  // namespace
}  // namespace troupe::tests
