#include <gtest/gtest.h>
#include <signal.h>

#include "tests/support/decoded_call.hpp"

namespace troupe::tests {
namespace {

siginfo_t with_code(int signal, int code) {
    siginfo_t info{};
    info.si_signo = signal;
    info.si_code = code;
    return info;
}

std::string text(const siginfo_t& info) {
    std::string out;
    TextWriter writer(out);
    decode_siginfo(info, writer);
    return out;
}

TEST(Siginfo, OfAProcessNamesTheSender) {
    siginfo_t info = with_code(SIGUSR1, SI_USER);
    info.si_pid = 5;
    info.si_uid = 1000;
    EXPECT_EQ(text(info), "{si_signo=SIGUSR1, si_code=SI_USER, si_pid=5, si_uid=1000}");
    info.si_code = SI_TKILL;
    EXPECT_EQ(text(info), "{si_signo=SIGUSR1, si_code=SI_TKILL, si_pid=5, si_uid=1000}");
}

TEST(Siginfo, OfAQueueCarriesAValue) {
    siginfo_t info = with_code(35, SI_QUEUE);
    info.si_value.sival_int = 77;
    EXPECT_EQ(text(info), "{si_signo=SIGRT_3, si_code=SI_QUEUE, si_pid=0, si_uid=0, si_int=77, si_ptr=0x4d}");
}

TEST(Siginfo, OfAChildTellsHowItEndedAndWhatItTook) {
    siginfo_t info = with_code(SIGCHLD, CLD_EXITED);
    info.si_pid = 7;
    info.si_status = 3;
    info.si_utime = 1;
    EXPECT_EQ(text(info), "{si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=7, si_uid=0, si_status=3, si_utime=1 /* 0.01 s */, si_stime=0}");
    info.si_code = CLD_KILLED;
    info.si_status = SIGKILL;
    EXPECT_EQ(text(info),
              "{si_signo=SIGCHLD, si_code=CLD_KILLED, si_pid=7, si_uid=0, si_status=SIGKILL, si_utime=1 /* 0.01 s */, si_stime=0}");
}

TEST(Siginfo, OfAFaultTellsWhere) {
    siginfo_t info = with_code(SIGSEGV, SEGV_MAPERR);
    info.si_addr = reinterpret_cast<void*>(8);
    EXPECT_EQ(text(info), "{si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0x8}");
    EXPECT_EQ(text(with_code(SIGSEGV, SI_KERNEL)), "{si_signo=SIGSEGV, si_code=SI_KERNEL, si_addr=NULL}");
    EXPECT_EQ(text(with_code(SIGTRAP, SI_KERNEL)), "{si_signo=SIGTRAP, si_code=SI_KERNEL, si_addr=NULL}");
}

TEST(Siginfo, OfACodeThatMeansNothingHasWhatIsNot0) {
    siginfo_t info = with_code(SIGUSR1, 1);
    EXPECT_EQ(text(info), "{si_signo=SIGUSR1, si_code=0x1}");
    info.si_pid = 3;
    EXPECT_EQ(text(info), "{si_signo=SIGUSR1, si_code=0x1, si_pid=3, si_uid=0}");
    EXPECT_EQ(text(with_code(SIGIO, POLL_HUP + 1)), "{si_signo=SIGIO, si_code=0x7}");
}

TEST(Siginfo, OfAPageThatIsBrokenTellsHowMuchInHexadecimal) {
    siginfo_t info = with_code(SIGBUS, BUS_MCEERR_AO);
    info.si_addr_lsb = 12;
    EXPECT_EQ(text(info), "{si_signo=SIGBUS, si_code=BUS_MCEERR_AO, si_addr=NULL, si_addr_lsb=0xc}");
}

TEST(Siginfo, OfACallOfAnotherMachineHasItsNumber) {
    EXPECT_EQ(text(with_code(SIGSYS, 1)),
              "{si_signo=SIGSYS, si_code=SYS_SECCOMP, si_call_addr=NULL, si_syscall=0, si_arch=0 /* AUDIT_ARCH_??? */}");
}

TEST(Siginfo, OfTheKernelItselfHasNothingMore) { EXPECT_EQ(text(with_code(SIGALRM, SI_KERNEL)), "{si_signo=SIGALRM, si_code=SI_KERNEL}"); }

TEST(Siginfo, OfInputTellsTheDescriptor) {
    siginfo_t info = with_code(SIGIO, POLL_IN);
    info.si_band = 65;
    info.si_fd = 8;
    EXPECT_EQ(text(info), "{si_signo=SIGIO, si_code=POLL_IN, si_band=65, si_fd=8}");
}

TEST(Siginfo, OfAFilterTellsTheCall) {
    siginfo_t info = with_code(SIGSYS, 1);
    info.si_errno = 7;
    info.si_call_addr = reinterpret_cast<void*>(0x1000);
    info.si_syscall = 110;
    info.si_arch = 0xc000003e;
    EXPECT_EQ(text(info),
              "{si_signo=SIGSYS, si_code=SYS_SECCOMP, si_errno=E2BIG, si_call_addr=0x1000, si_syscall=__NR_getppid, "
              "si_arch=AUDIT_ARCH_X86_64}");
}

TEST(Siginfo, OfATimerTellsTheTimer) {
    siginfo_t info = with_code(SIGUSR1, SI_TIMER);
    info.si_value.sival_ptr = reinterpret_cast<void*>(0x1234);
    EXPECT_EQ(text(info), "{si_signo=SIGUSR1, si_code=SI_TIMER, si_timerid=0, si_overrun=0, si_int=4660, si_ptr=0x1234}");
    info.si_value.sival_ptr = nullptr;
    EXPECT_EQ(text(info), "{si_signo=SIGUSR1, si_code=SI_TIMER, si_timerid=0, si_overrun=0, si_int=0, si_ptr=NULL}");
}

TEST(Siginfo, OfNobodyIsEmpty) { EXPECT_EQ(text(siginfo_t{}), "{}"); }

TEST(Siginfo, WithACodeThatNobodyKnowsShowsTheNumber) {
    EXPECT_EQ(text(with_code(SIGUSR1, -9)), "{si_signo=SIGUSR1, si_code=0xfffffff7, si_pid=0, si_uid=0}");
}

}  // namespace
}  // namespace troupe::tests
