/* Requests of virtual processors, of lines with attributes, and of the state of volumes. */
#define _GNU_SOURCE
#include <linux/btrfs.h>
#include <linux/gpio.h>
#include <linux/kvm.h>

#include "ioctls.h"

static void tell_processors(void) {
    const struct kvm_regs registers = {.rax = 1, .rbx = 2, .rsp = 3, .rip = 4, .rflags = 5};
    const struct kvm_sregs segments = {.cs = {1, 2, 3, 4, 5, 6, 7, 1, 0, 1, 0, 1, 0}, .cr0 = 8, .apic_base = 9};
    TELL_FILLED_AND_TAKEN(KVM_GET_REGS, KVM_SET_REGS, registers,
                          either("{rax=0x1, ..., rsp=0x3, rbp=0, ..., rip=0x4, rflags=0x5}",
                                 "{rax=0x1, rbx=0x2, rcx=0, rdx=0, rsi=0, rdi=0, rsp=0x3, rbp=0, r8=0, r9=0, r10=0, r11=0, r12=0, r13=0, "
                                 "r14=0, r15=0, rip=0x4, rflags=0x5}"));
    TELL_FILLED_AND_TAKEN(
        KVM_GET_SREGS, KVM_SET_SREGS, segments,
        either(
            "{cs={base=0x1, limit=2, selector=3, type=4, present=5, dpl=6, db=7, s=1, l=0, g=1, avl=0}, ...}",
            "{cs={base=0x1, limit=2, selector=3, type=4, present=5, dpl=6, db=7, s=1, l=0, g=1, avl=0}, ds={base=0, limit=0, selector=0, "
            "type=0, present=0, dpl=0, db=0, s=0, l=0, g=0, avl=0}, es={base=0, limit=0, selector=0, type=0, present=0, dpl=0, db=0, s=0, "
            "l=0, g=0, avl=0}, fs={base=0, limit=0, selector=0, type=0, present=0, dpl=0, db=0, s=0, l=0, g=0, avl=0}, gs={base=0, "
            "limit=0, selector=0, type=0, present=0, dpl=0, db=0, s=0, l=0, g=0, avl=0}, ss={base=0, limit=0, selector=0, type=0, "
            "present=0, dpl=0, db=0, s=0, l=0, g=0, avl=0}, tr={base=0, limit=0, selector=0, type=0, present=0, dpl=0, db=0, s=0, l=0, "
            "g=0, avl=0}, ldt={base=0, limit=0, selector=0, type=0, present=0, dpl=0, db=0, s=0, l=0, g=0, avl=0}, gdt={base=0, limit=0}, "
            "idt={base=0, limit=0}, cr0=8, cr2=0, cr3=0, cr4=0, cr8=0, efer=0, apic_base=0x9, interrupt_bitmap=[0, 0, 0, 0]}"));
    const struct {
        struct kvm_cpuid2 head;
        struct kvm_cpuid_entry2 entries[2];
    } processor = {{2, 0},
                   {{.function = 1, .index = 2, .flags = KVM_CPUID_FLAG_SIGNIFCANT_INDEX, .eax = 3, .ebx = 4, .ecx = 5, .edx = 6},
                    {.function = 7, .flags = 0x100}}};
    const char* entries =
        either("{nent=2, entries=[...]}",
               "{nent=2, entries=[{function=0x1, index=0x2, flags=<0x1:KVM_CPUID_FLAG_SIGNIFCANT_INDEX>, eax=0x3, ebx=0x4, ecx=0x5, "
               "edx=0x6}, {function=0x7, index=0, flags=<0x100:?KVM_CPUID_FLAG>, eax=0, ebx=0, ecx=0, edx=0}]}");
    TELL_WHOLE(KVM_GET_SUPPORTED_CPUID, processor, NULL, entries);
    TELL_WHOLE(KVM_SET_CPUID2, processor, entries, entries);
    const struct kvm_cpuid2 none = {.nent = 0};
    TELL_WHOLE(KVM_SET_CPUID2, none, "{nent=0, entries=[]}", "{nent=0, entries=[]}");
}

static void tell_lines(void) {
    const struct gpio_v2_line_info line2 = {.name = "name",
                                            .consumer = "user",
                                            .offset = 1,
                                            .num_attrs = 1,
                                            .flags = GPIO_V2_LINE_FLAG_USED,
                                            .attrs = {{.id = GPIO_V2_LINE_ATTR_ID_DEBOUNCE, .debounce_period_us = 5}}};
    const struct gpio_v2_line_config config2 = {
        .flags = GPIO_V2_LINE_FLAG_OUTPUT, .num_attrs = 1, .attrs = {{{.id = GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES, .values = 1}, 3}}};
    TELL_OBJECT(GPIO_V2_GET_LINEINFO_IOCTL, line2, "{offset=1}",
                "{offset=1} => {name=\"name\", consumer=\"user\", flags=<0x1:GPIO_V2_LINE_FLAG_USED>, num_attrs=1, "
                "attrs=[{debounce_period_us=5}]}");
    TELL_TAKEN(GPIO_V2_LINE_SET_CONFIG_IOCTL, config2,
               "{flags=<0x8:GPIO_V2_LINE_FLAG_OUTPUT>, num_attrs=1, attrs=[{values=0x1, mask=0x3}]}");
}

static void tell_volumes(void) {
    const struct btrfs_ioctl_quota_rescan_args again = {.flags = 1, .progress = 2};
    const struct btrfs_ioctl_get_dev_stats counts = {.devid = 1, .nr_items = 2, .flags = BTRFS_DEV_STATS_RESET, .values = {3, 4}};
    TELL_WHOLE(BTRFS_IOC_GET_DEV_STATS, counts, "{devid=<0x1:makedev(0, 0x1)>, nr_items=2, flags=<0x1:BTRFS_DEV_STATS_RESET>}",
               "{devid=<0x1:makedev(0, 0x1)>, nr_items=2, flags=<0x1:BTRFS_DEV_STATS_RESET>} => {nr_items=2, "
               "flags=<0x1:BTRFS_DEV_STATS_RESET>, [[<0:BTRFS_DEV_STAT_WRITE_ERRS>]=3, [<#1:BTRFS_DEV_STAT_READ_ERRS>]=4]}");
    TELL_FILLED(BTRFS_IOC_QUOTA_RESCAN_STATUS, again, "{flags=1, progress=<#2:BTRFS_EXTENT_TREE_OBJECTID>}");
}

static void tell_calls(void) {
    tell_processors();
    tell_lines();
    tell_volumes();
}

int main(int argc, char** argv) { return tell_main(argc, argv, OPTIONS_OF_IOCTLS); }
