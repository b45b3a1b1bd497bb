/* What Lua and C++ share, as pure C declarations: LuaJIT's FFI reads this file as it is, so no preprocessor lines. hook_abi.hpp wraps
   it for C++. Flat functions: at most five arguments, a status returned, nothing thrown, Lua never re-entered.
   Names without our prefix are those that scripts know. */

typedef unsigned long kernel_ulong_t;
typedef long kernel_long_t;

/* A syscall event as scripts see it; what they write here changes what is printed. */
struct tcb {
    int flags;
    int pid;
    int qual_flg;
    unsigned long u_error;
    kernel_ulong_t scno;
    kernel_ulong_t u_arg[6];
    kernel_long_t u_rval;
    unsigned int currpers;
};

typedef struct {
    unsigned int nargs;
    int sys_flags;
    const char* sys_name;
} struct_sysent;

typedef struct {
    const char* symbol;
    unsigned int code;
} struct_ioctlent;

struct syscall_class {
    const char* name;
    unsigned int value;
};

/* The state of the border: written by C++ for each call, read by the prelude, which writes `hook` where a second one follows the first. */
/* Numbers below this have a first hook that is known before Lua is entered. */
enum { troupe_call_numbers = 1024 };

struct troupe_now {
    int phase;                /* 0 no event, 1 entry, 2 exit, 3 an event that is no syscall */
    unsigned int personality; /* of the event; 0 without one */
    int ended;                /* no event will come any more */
    int hook;                 /* number of the hook that runs, 0 none */
};

/* A syscall event as troupe.hook and troupe.observe show it. */
struct troupe_event {
    kernel_ulong_t args[6]; /* as the program made the call; of 32 bits zero-extended */
    kernel_long_t result;   /* at exit; -1 where error is not 0 */
    kernel_ulong_t sequence;
    unsigned int error;
    unsigned int number;
    unsigned int personality;
    int tid;
    int tgid;
    int parent; /* the tid of the tracee that made it, or 0 */
    bool entering;
    bool injected; /* error or result were put there by us */
    bool kept;     /* its arguments are as the entry found them: they are not in memory any more */
};

/* What is known of an argument. The kind is for troupe_constant. */
struct troupe_argument {
    const char* name;
    size_t name_length;
    const void* kind;
    int reading;            /* troupe/core/argument_reading.hpp */
    bool stands_for_itself; /* decoders know no more of it than the register says */
    bool is_pointer;        /* to memory that is no string on the way in */
    bool is_named;          /* its values have names, for troupe_name_of_value */
    const void* flag_set;   /* of a word of bits, for troupe_flag_names; or NULL */
};

/* Indexed by personality, then by number; a missing name is NULL. */
struct troupe_tables {
    const struct_sysent* sysent_vec[3];
    const char* const* errnoent_vec[3];
    const char* const* signalent_vec[3];
    const struct_ioctlent* ioctlent_vec[3];
    unsigned int nsysent_vec[3];
    unsigned int nerrnoent_vec[3];
    unsigned int nsignalent_vec[3];
    unsigned int nioctlent_vec[3];
    const struct syscall_class* syscall_classes;
    const char* pers_name[3];
    unsigned int pers_wordsize[3];
    unsigned int pers_klongsize[3];
};

struct tcb* troupe_tcb(void);
struct troupe_now* troupe_state(void);
const struct troupe_tables* troupe_constants(void);

/* Subscriptions. Happenings: 0 spawn, 1 exec, 2 exit, 3 signal, 4 attach, 5 detach. */
bool troupe_monitor(unsigned int scno, unsigned int personality, bool on_entry, bool on_exit);
/* The same for a hook, whose number is remembered where it is the first on that moment. */
bool troupe_monitor_hook(unsigned int scno, unsigned int personality, bool on_entry, bool on_exit, int hook);
void troupe_monitor_all(bool on_entry, bool on_exit);
void troupe_want_happening(int happening);
void troupe_name_hook(int hook, const char* text, size_t length);

/* What goes with a handle, which is the number of a hook. Calls as in -e trace=; -1: not understood, and the complaint says why. */
int troupe_calls_of(const char* text, size_t length, unsigned int personality, unsigned int* numbers, int room);
const char* troupe_complaint(void);
/* Circumstances are begun, and get paths, descriptors and threads; troupe_watch takes them as they are then. */
void troupe_circumstances(void);
void troupe_circumstance_path(const char* path, size_t length);
void troupe_circumstance_descriptors(kernel_ulong_t low, kernel_ulong_t high);
/* A pattern of names or lineages; NULL: the number. */
void troupe_circumstance_thread(const char* pattern, size_t length, int tid);
/* What a call may touch: 1 files by path or descriptor, 2 descriptors as well. */
int troupe_may_touch(unsigned int scno, unsigned int personality);
/* A predicate is begun, gets arguments, and these get bounds; troupe_watch takes it as it is then. */
void troupe_predicate(void);
void troupe_predicate_argument(int argument, kernel_ulong_t mask);
void troupe_predicate_bounds(kernel_ulong_t low, kernel_ulong_t high);
/* when: 1 entry, 2 exit, 3 both; 4 more for an observer, 8 with what stands behind pointers, 16 where the line waits for the exit. */
void troupe_watch(int hook, unsigned int scno, unsigned int personality, int when);
void troupe_unwatch(int hook);
/* The first hooks on a call that are left; 0: none. */
void troupe_first_hooks(unsigned int scno, unsigned int personality, int on_entry, int on_exit);
/* Whether the event is one that the hook was made for. */
bool troupe_holds(int hook);

/* Events: see struct troupe_event. The text of an argument of an observed call; NULL: none. */
const struct troupe_event* troupe_current_event(void);
const char* troupe_observed_text(int argument, size_t* length);
bool troupe_argument_of(unsigned int scno, unsigned int personality, int argument, struct troupe_argument* out);
bool troupe_constant(const void* kind, const char* name, size_t length, kernel_ulong_t* value, kernel_ulong_t* mask);

/* Decisions about the current event. False: there is none, or it is not one where this can be done, or the value is out of range. */
bool troupe_inject_signo(int signal);
bool troupe_inject_error(int error);
bool troupe_inject_retval(kernel_long_t value);
bool troupe_replace_signal(int signal);
bool troupe_delay(kernel_ulong_t nanoseconds);
/* What the call is made with. 0 done, 1 not at an entry, 2 its arguments are in memory, 3 its child would get them. */
int troupe_set_argument(int argument, kernel_ulong_t value);
/* 0 done, 1 there is no such event, 2 it runs under a filter of ours. */
int troupe_detach(void);

/* The tracee's memory. umove: 0 or -1. umove_str: -1 failed, 1 the NUL was seen, 0 full without one. */
int troupe_umove(kernel_ulong_t address, size_t length, void* out);
int troupe_umove_str(kernel_ulong_t address, size_t length, void* out);
int troupe_upoke(kernel_ulong_t address, size_t length, const void* bytes);
bool troupe_path_match(const char* const* paths, size_t count);

/* Look-ups by name: -1 where there is none. Those by number use the tables. */
int troupe_syscall_number(const char* name, size_t length, unsigned int personality);
int troupe_calls_named(const char* name, size_t length, unsigned int personality, unsigned int* numbers, int room);
int troupe_signal_number(const char* name, size_t length);
int troupe_errno_number(const char* name, size_t length);
long troupe_ioctl_code(const char* symbol, size_t length, unsigned int personality);

/* Text on standard error, between the lines of the trace. */
void troupe_print(const char* text, size_t length);
/* An object that a script emits, put together from its first character to its last: JSON as it is, strings, numbers. */
void troupe_emit_begin(void);
void troupe_emit_text(const char* json, size_t length);
/* Bytes from anywhere. */
void troupe_emit_string(const char* bytes, size_t length);
/* False: the bytes are not UTF-8, as a name has to be. */
bool troupe_emit_name(const char* name, size_t length);
void troupe_emit_number(double value);
void troupe_emit_signed(long value);
void troupe_emit_unsigned(kernel_ulong_t value);
void troupe_emit_end(void);

/* Levels: 0 trace, 1 debug, 2 info, 3 warning, 4 error. */
void troupe_log(int level, const char* text, size_t length);
