#include "core/decode/constants.hpp"

#include <gtest/gtest.h>

#include "core/format/constant_text.hpp"
#include "core/tables/flags/fanotify.hpp"
#include "core/tables/flags/files.hpp"
#include "core/tables/flags/lookup_flags.hpp"
#include "core/tables/flags/memory.hpp"
#include "core/tables/flags/open.hpp"
#include "core/tables/flags/process.hpp"
#include "core/tables/flags/sockets.hpp"
#include "core/tables/flags/system_v.hpp"
#include "core/tables/values/files.hpp"
#include "troupe/core/text_writer.hpp"

namespace troupe::tests {
namespace {

std::string flags(const FlagSet& set, std::uint64_t bits) {
    std::string out;
    append_flags(out, set, bits);
    return out;
}

std::string text(void (*write)(Writer&, std::uint64_t), std::uint64_t value) {
    std::string out;
    TextWriter writer(out);
    write(writer, value);
    return out;
}

std::string whence(std::uint64_t value) {
    std::string out;
    append_value(out, lseek_whence, value);
    return out;
}

TEST(Flags, AreJoinedByBars) { EXPECT_EQ(flags(mmap_protection, 3), "PROT_READ|PROT_WRITE"); }

TEST(Flags, OfNoneAreTheNameOfZero) {
    EXPECT_EQ(flags(mmap_protection, 0), "PROT_NONE");
    EXPECT_EQ(flags(access_modes, 0), "F_OK");
    EXPECT_EQ(flags(fd_flags, 0), "0");
}

TEST(Flags, KeepTheBitsThatHaveNoName) {
    EXPECT_EQ(flags(access_modes, 0x11), "X_OK|0x10");
    EXPECT_EQ(flags(access_modes, 0x18), "0x18 /* ?_OK */");
}

TEST(Flags, BeginWithTheValueInsideThem) {
    EXPECT_EQ(flags(open_flags, 02), "O_RDWR");
    EXPECT_EQ(flags(open_flags, 02000000), "O_RDONLY|O_CLOEXEC");
    EXPECT_EQ(flags(open_flags, 03), "O_ACCMODE");
    EXPECT_EQ(flags(open_flags, 0x80000000), "O_RDONLY|0x80000000");
    EXPECT_EQ(flags(open_flags, 020200001), "O_WRONLY|O_TMPFILE");
    EXPECT_EQ(flags(mmap_flags, 0x22), "MAP_PRIVATE|MAP_ANONYMOUS");
    EXPECT_EQ(flags(mmap_flags, 0), "MAP_FILE");
    EXPECT_EQ(flags(mmap_flags, 4), "0x4 /* MAP_??? */");
}

TEST(Flags, OfASocketTypeThatThereIsNotAreUnknownAsAWhole) {
    EXPECT_EQ(flags(socket_type_flags, 0x4d), "0x4d /* SOCK_??? */");
    EXPECT_EQ(flags(socket_type_flags, 02000001), "SOCK_STREAM|SOCK_CLOEXEC");
}

TEST(Flags, TellTheSizeOfHugePages) {
    EXPECT_EQ(flags(mmap_flags, 0x40022 | (21u << 26)), "MAP_PRIVATE|MAP_ANONYMOUS|MAP_HUGETLB|21<<MAP_HUGE_SHIFT");
    EXPECT_EQ(flags(mmap_flags, 0x22 | (21u << 26)), "MAP_PRIVATE|MAP_ANONYMOUS|21<<MAP_HUGE_SHIFT");
}

TEST(Flags, OfPersonalityAskWithAllBits) {
    EXPECT_EQ(flags(personality_flags, 0xffffffff), "0xffffffff");
    EXPECT_EQ(flags(personality_flags, 0x40000), "PER_LINUX|ADDR_NO_RANDOMIZE");
}

std::string flags_in(ConstantStyle style, const FlagSet& set, std::uint64_t bits) {
    std::string out;
    TextWriter writer(out, {.constants = style});
    writer.flags(set, bits);
    return out;
}

std::string creation_flags_in(ConstantStyle style, const FlagSet& set, std::uint64_t bits) {
    std::string out;
    TextWriter writer(out, {.constants = style});
    write_creation_flags(writer, set, bits, style);
    return out;
}

TEST(Flags, HaveTheirNumbersAsStraceWritesThem) {
    constexpr auto numbers = ConstantStyle::numbers, both = ConstantStyle::both;
    EXPECT_EQ(flags_in(numbers, statx_flags, 0x800), "|0x800");
    EXPECT_EQ(flags_in(numbers, statx_flags, 0x2001), "0x2000|0x1");
    EXPECT_EQ(flags_in(both, statx_flags, 1), "0 /* AT_STATX_SYNC_AS_STAT */|0x1");
    EXPECT_EQ(flags_in(numbers, fanotify_init_flags, 2), "0|0x2");
    EXPECT_EQ(flags_in(both, fanotify_init_flags, 2), "0 /* FAN_CLASS_NOTIF */|0x2 /* FAN_NONBLOCK */");
    EXPECT_EQ(flags_in(both, fanotify_init_flags, 0), "0 /* FAN_CLASS_NOTIF */");
    EXPECT_EQ(flags_in(numbers, personality_flags, 0x40000), "0|0x40000");
    EXPECT_EQ(flags_in(both, personality_flags, 0x1001), "0x1 /* PER_??? */|0x1000");
    EXPECT_EQ(flags_in(numbers, socket_type_flags, 0x7fffffff), "0x7fffffff");
    EXPECT_EQ(flags_in(both, socket_type_flags, 02000001), "0x1 /* SOCK_STREAM */|0x80000 /* SOCK_CLOEXEC */");
    EXPECT_EQ(flags_in(both, mmap_flags, 0x500000022), "0x500000022 /* MAP_PRIVATE|MAP_ANONYMOUS */");
    EXPECT_EQ(flags_in(ConstantStyle::names, mmap_flags, 0x500000022), "MAP_PRIVATE|MAP_ANONYMOUS");
    EXPECT_EQ(flags_in(both, memfd_flags, 0x8000), "0x8000 /* 0x8000 /* MFD_??? */ */");
    EXPECT_EQ(creation_flags_in(numbers, shared_memory_creation_flags, 0x10000000 | 04644), "0x800|4<<26|0644");
    EXPECT_EQ(creation_flags_in(both, shared_memory_creation_flags, 0x10000000 | 0644), "4<<26 /* SHM_HUGE_SHIFT */|0644");
}

TEST(Priorities, HaveTheNumberThatIsAskedFor) {
    std::string out;
    TextWriter writer(out, {.constants = ConstantStyle::both});
    write_io_priority(writer, 0x4003, NumberForm::hex);
    EXPECT_EQ(out, "0x4003 /* IOPRIO_PRIO_VALUE(0x2 /* IOPRIO_CLASS_BE */, 3) */");
}

TEST(Values, AreNamedOrSayThatTheyAreNot) {
    EXPECT_EQ(whence(2), "SEEK_END");
    EXPECT_EQ(whence(99), "0x63 /* SEEK_??? */");
}

std::string signal(int number) {
    std::string out;
    append_signal(out, number);
    return out;
}

TEST(Signals, AreNamedWhereTheyExist) {
    EXPECT_EQ(signal(2), "SIGINT");
    EXPECT_EQ(signal(34), "SIGRT_2");
    EXPECT_EQ(signal(0), "0");
    EXPECT_EQ(signal(99), "99");
    EXPECT_EQ(signal(-1), "-1");
}

TEST(FileModes, HaveATypeMarksAndPermissions) {
    EXPECT_EQ(text(write_file_mode, 0100644), "S_IFREG|0644");
    EXPECT_EQ(text(write_file_mode, 041777), "S_IFDIR|S_ISVTX|0777");
    EXPECT_EQ(text(write_file_mode, 0106644), "S_IFREG|S_ISUID|S_ISGID|0644");
    EXPECT_EQ(text(write_file_mode, 0), "000");
    EXPECT_EQ(text(write_file_mode, 0170644), "0170644");
}

void write_device_number(Writer& writer, std::uint64_t device) { write_device(writer, device); }

TEST(Devices, AreWrittenAsTheirNumbers) {
    EXPECT_EQ(text(write_device_number, 0x103), "makedev(0x1, 0x3)");
    EXPECT_EQ(text(write_device_number, 0), "makedev(0, 0)");
    EXPECT_EQ(text(write_device_number, 0x12345678), "makedev(0x456, 0x12378)");
}

std::string signal_set(std::uint64_t set) {
    std::string out;
    TextWriter writer(out);
    write_signal_set(writer, std::string_view(reinterpret_cast<const char*>(&set), sizeof(set)));
    return out;
}

TEST(SignalSets, ListWhatIsThere) {
    EXPECT_EQ(signal_set(0), "[]");
    EXPECT_EQ(signal_set(0x10002), "[INT CHLD]");
    EXPECT_EQ(signal_set(0x200000000), "[RT_2]");
}

TEST(SignalSets, ListWhatIsAbsentWhereMostAreThere) {
    EXPECT_EQ(signal_set(~std::uint64_t{0}), "~[]");
    EXPECT_EQ(signal_set(~std::uint64_t{0x40100}), "~[KILL STOP]");
    EXPECT_TRUE(signal_set(0x1ffffffffff).starts_with("[HUP")) << "41 of 64 are not yet two thirds";
}

TEST(CloneFlags, EndWithTheSignalOfTheDeath) {
    EXPECT_EQ(text(write_clone_flags, 0x1200011), "CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD");
    EXPECT_EQ(text(write_clone_flags, 17), "SIGCHLD");
    EXPECT_EQ(text(write_clone_flags, 0x800), "CLONE_SIGHAND");
    EXPECT_EQ(text(write_clone_flags, 0), "0");
}

}  // namespace
}  // namespace troupe::tests
