#include <gtest/gtest.h>

#include "core/tables/struct_layout.hpp"
#include "core/tables/structs/files.hpp"
#include "core/tables/structs/processes.hpp"
#include "core/tables/structs/times.hpp"

namespace troupe::tests {
namespace {

TEST(Structs, Have64BitMembersAtMultiplesOfFourOnI386) {
    EXPECT_EQ(statx_layout.on(Abi::i386).size, statx_layout.on(Abi::x86_64).size);
    EXPECT_EQ(flock64_layout.on(Abi::x86_64).find("l_start")->offset, 8);
    EXPECT_EQ(flock64_layout.on(Abi::i386).find("l_start")->offset, 4);
    EXPECT_EQ(flock64_layout.on(Abi::i386).size, 24);
}

TEST(Structs, HaveLongsOf64BitsAndPointersOf32OnX32) {
    EXPECT_EQ(rlimit_layout.on(Abi::x32).size, 16);
    EXPECT_EQ(rlimit_layout.on(Abi::i386).size, 8);
    EXPECT_EQ(stack_layout.on(Abi::x86_64).size, 24);
    EXPECT_EQ(stack_layout.on(Abi::x32).size, 12);
    EXPECT_EQ(stack_layout.on(Abi::i386).size, 12);
}

TEST(Structs, AreLaidOutByOtherFieldsWhereI386HasOthers) {
    EXPECT_EQ(stat_layout.on(Abi::x86_64).size, 144);
    EXPECT_EQ(stat_layout.on(Abi::i386).size, 64);
    EXPECT_EQ(stat_layout.on(Abi::x32).size, 144);
    EXPECT_EQ(stat64_layout.on(Abi::i386).size, 96);
    EXPECT_EQ(sysinfo_layout.on(Abi::i386).size, 64);
    EXPECT_EQ(sysinfo_layout.on(Abi::x86_64).size, 112);
}

TEST(Structs, AreThePackedOnesOfTheKernelWhereItPacks) {
    EXPECT_EQ(epoll_event_layout.on(Abi::x86_64).size, 12);
    EXPECT_EQ(statfs64_layout.on(Abi::i386).size, 84);
}

TEST(Structs, KeepTheirFieldsInsideTheirSize) {
    for (const StructLayout* layout : {&stat_layout, &statx_layout, &rusage_layout, &sysinfo_layout, &utsname_layout, &clone_args_layout,
                                       &rseq_layout, &termios_layout, &robust_list_head_layout, &itimerspec_layout}) {
        for (const Abi abi : all_abis) {
            const AbiLayout& fields = layout->on(abi);
            unsigned end = 0;
            for (const PlacedField& placed : fields.fields) {
                EXPECT_GE(placed.offset, end) << layout->name << '.' << placed.field->name;
                end = placed.offset + placed.bytes * placed.field->count;
            }
            EXPECT_LE(end, fields.size) << layout->name;
        }
    }
}

}  // namespace
}  // namespace troupe::tests
