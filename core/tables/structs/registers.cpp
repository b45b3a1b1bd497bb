#include "core/tables/structs/registers.hpp"

#include "core/tables/struct_layout.hpp"
#include "core/tables/values/ptrace.hpp"

// What ptrace reads and writes (asm/ptrace.h, linux/ptrace.h).
namespace troupe {

namespace {

constexpr Field word(std::string_view name) { return {name, Width::ulong_, kind::hex}; }

constexpr std::array registers_fields{word("r15"),     word("r14"),      word("r13"), word("r12"), word("rbp"),    word("rbx"), word("r11"),
                                      word("r10"),     word("r9"),       word("r8"),  word("rax"), word("rcx"),    word("rdx"), word("rsi"),
                                      word("rdi"),     word("orig_rax"), word("rip"), word("cs"),  word("eflags"), word("rsp"), word("ss"),
                                      word("fs_base"), word("gs_base"),  word("ds"),  word("es"),  word("fs"),     word("gs")};
constexpr std::array i386_registers_fields{word("ebx"), word("ecx"), word("edx"),    word("esi"), word("edi"), word("ebp"),
                                           word("eax"), word("xds"), word("xes"),    word("xfs"), word("xgs"), word("orig_eax"),
                                           word("eip"), word("xcs"), word("eflags"), word("esp"), word("xss")};

constexpr std::array signal_query_fields{Field{"off", Width::u64, kind::unsigned_64},
                                         Field{"flags", Width::u32, kind::flags(signal_query_flags)},
                                         Field{"nr", Width::u32, kind::unsigned_int}};
constexpr std::array filter_query_fields{Field{"filter_off", Width::u64, kind::unsigned_64},
                                         Field{"flags", Width::u64, kind::hex, 1, Form::hidden}};

constexpr std::uint64_t at_entry = 1, at_exit = 2, at_seccomp = 3;
constexpr Field arguments{"args", Width::u64, kind::hex, 6, Form::numbers};
constexpr std::array entry_fields{Field{"nr", Width::u64, kind::unsigned_64}, arguments};
constexpr std::array exit_fields{Field{"rval", Width::s64, kind::signed_64}, Field{"is_error", Width::u8, kind::unsigned_int}};
constexpr std::array seccomp_fields{Field{"nr", Width::u64, kind::unsigned_64}, arguments,
                                    Field{"ret_data", Width::u32, kind::unsigned_int}};
constexpr StructLayout entry_told = layout_of<entry_fields>("entry"), exit_told = layout_of<exit_fields>("exit"),
                       seccomp_told = layout_of<seccomp_fields>("seccomp");
constexpr std::array syscall_query_fields{
    Field{"op", Width::u8, kind::value(syscall_query_operations)},
    Field{"pad", Width::u8, kind::hex, 3, Form::hidden},
    Field{"arch", Width::u32, kind::value(traced_architectures)},
    Field{"instruction_pointer", Width::u64, kind::pointer},
    Field{"stack_pointer", Width::u64, kind::pointer},
    shown(when::is("op", at_seccomp), Field{"seccomp", Width::nested, kind::structure(seccomp_told)}),
    united(shown(when::is("op", at_entry), Field{"entry", Width::nested, kind::structure(entry_told)})),
    united(shown(when::is("op", at_exit), Field{"exit", Width::nested, kind::structure(exit_told)}))};

}  // namespace

constinit const StructLayout registers_layout = layout_of_two<registers_fields, i386_registers_fields>("user_regs_struct");
constinit const StructLayout signal_query_layout = layout_of<signal_query_fields>("ptrace_peeksiginfo_args");
constinit const StructLayout filter_query_layout = layout_of<filter_query_fields>("seccomp_metadata");
constinit const StructLayout syscall_query_layout = layout_of<syscall_query_fields>("ptrace_syscall_info");

}  // namespace troupe
