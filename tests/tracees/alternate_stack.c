/* A handler on an alternate stack takes a fault and leaves by siglongjmp, a hundred times; its stack and the faulting address are right. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>

#include "expect.h"

enum { stack_size = 64 * 1024, rounds = 100 };

static char stack[stack_size];
static sigjmp_buf back;
static volatile sig_atomic_t on_stack;
static volatile sig_atomic_t right_address;

static void take_fault(int number, siginfo_t* info, void* context) {
    char here = 0;
    (void)number;
    (void)context;
    on_stack += &here >= stack && &here < stack + stack_size;
    right_address += info->si_addr == (void*)(uintptr_t)32 && info->si_code == SEGV_MAPERR;
    siglongjmp(back, 1);
}

int main(void) {
    stack_t alternate = {.ss_sp = stack, .ss_size = stack_size};
    struct sigaction action = {0};
    EXPECT(sigaltstack(&alternate, NULL) == 0);
    action.sa_sigaction = take_fault;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    EXPECT(sigaction(SIGSEGV, &action, NULL) == 0);
    for (volatile int i = 0; i < rounds; ++i) {
        if (sigsetjmp(back, 1) == 0) {
            *(volatile int*)(uintptr_t)32 = 1;
            EXPECT(!"no fault");
        }
    }
    EXPECT(on_stack == rounds);
    EXPECT(right_address == rounds);
    printf("faults taken on the alternate stack\n");
    return 0;
}
