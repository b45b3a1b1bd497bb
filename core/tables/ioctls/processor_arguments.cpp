#include "core/tables/ioctls/argument_words.hpp"

// Processors of virtual machines (linux/kvm.h, asm/kvm.h).
namespace troupe::ioctls {

namespace {

constexpr Field register_of(std::string_view name) { return Field{name, u64, kind::hex}; }
constexpr std::array register_fields{register_of("rax"), register_of("rbx"), register_of("rcx"),   register_of("rdx"), register_of("rsi"),
                                     register_of("rdi"), register_of("rsp"), register_of("rbp"),   register_of("r8"),  register_of("r9"),
                                     register_of("r10"), register_of("r11"), register_of("r12"),   register_of("r13"), register_of("r14"),
                                     register_of("r15"), register_of("rip"), register_of("rflags")};
constexpr std::string_view registers_brief[] = {"rax", "...", "rsp", "rbp", "...", "rip", "rflags"};
constexpr StructLayout register_layout =
    layout_of<register_fields>("kvm_regs", StructShape::plain, View{.brief = registers_brief, .brief_is_whole = true});

constexpr Field small_number(std::string_view name) { return Field{name, u8, kind::unsigned_64}; }
constexpr std::array segment_fields{Field{"base", u64, kind::hex},
                                    Field{"limit", u32, kind::unsigned_64},
                                    Field{"selector", u16, kind::unsigned_64},
                                    small_number("type"),
                                    small_number("present"),
                                    small_number("dpl"),
                                    small_number("db"),
                                    small_number("s"),
                                    small_number("l"),
                                    small_number("g"),
                                    small_number("avl"),
                                    padding(u8, 2)};
constexpr std::array table_fields{Field{"base", u64, kind::hex}, Field{"limit", u16, kind::unsigned_64}, padding(u16, 3)};
constexpr StructLayout segment_layout = layout_of<segment_fields>("kvm_segment"), table_layout = layout_of<table_fields>("kvm_dtable");
constexpr Field segment(std::string_view name) { return Field{name, nested, kind::structure(segment_layout)}; }
constexpr Field table(std::string_view name) { return Field{name, nested, kind::structure(table_layout)}; }
constexpr Field control_register(std::string_view name) { return Field{name, u64, kind::unsigned_64}; }
constexpr std::array special_fields{segment("cs"),
                                    segment("ds"),
                                    segment("es"),
                                    segment("fs"),
                                    segment("gs"),
                                    segment("ss"),
                                    segment("tr"),
                                    segment("ldt"),
                                    table("gdt"),
                                    table("idt"),
                                    control_register("cr0"),
                                    control_register("cr2"),
                                    control_register("cr3"),
                                    control_register("cr4"),
                                    control_register("cr8"),
                                    control_register("efer"),
                                    Field{"apic_base", u64, kind::hex},
                                    Field{"interrupt_bitmap", u64, kind::hex, 4, Form::numbers}};
constexpr std::string_view special_brief[] = {"cs"};
constexpr StructLayout special_layout = layout_of<special_fields>("kvm_sregs", StructShape::plain, View{.brief = special_brief});

constexpr NamedConstant leaf_rows[] = {
    {1, "KVM_CPUID_FLAG_SIGNIFCANT_INDEX"}, {2, "KVM_CPUID_FLAG_STATEFUL_FUNC"}, {4, "KVM_CPUID_FLAG_STATE_READ_NEXT"}};
constexpr FlagSet leaf_flags{"processor_leaf_flags", "KVM_CPUID_FLAG_???", leaf_rows};
constexpr Field leaf_word(std::string_view name) { return Field{name, u32, kind::hex}; }
constexpr std::array leaf_fields{leaf_word("function"), leaf_word("index"), Field{"flags", u32, kind::flags(leaf_flags)},
                                 leaf_word("eax"),      leaf_word("ebx"),   leaf_word("ecx"),
                                 leaf_word("edx"),      padding(u32, 3)};
constexpr StructLayout leaf_layout = layout_of<leaf_fields>("kvm_cpuid_entry2");
constexpr Kind leaves{.tag = Tag::own_memory, .length = length::sibling("nent"), .layout = &leaf_layout, .own = Own::list_if_verbose};
constexpr std::array identity_fields{Field{"nent", u32, kind::unsigned_64}, padding(u32), Field{"entries", u8, leaves, 1, Form::behind}};
constexpr StructLayout identity_layout = layout_of<identity_fields>("kvm_cpuid2");

constexpr IoctlArgument rows[] = {
    takes(kind::structure(register_layout), "KVM_SET_REGS"),
    answers(kind::structure(register_layout), "KVM_GET_REGS"),
    takes(kind::structure(special_layout), "KVM_SET_SREGS"),
    answers(kind::structure(special_layout), "KVM_GET_SREGS"),
    takes(kind::structure(identity_layout), "KVM_SET_CPUID2"),
    answers(kind::structure(identity_layout), "KVM_GET_SUPPORTED_CPUID KVM_GET_EMULATED_CPUID"),
};

}  // namespace

constinit const Rows processor_rows = rows;

}  // namespace troupe::ioctls
