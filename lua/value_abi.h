/* The second half of hook_abi.h: decoded values, time, tracees and their descriptors, the lines of calls. */

/* Shown in hexadecimal. */
struct troupe_address {
    kernel_ulong_t value;
};

/* A decoded value. A table, a list and parts go on to their end. */
enum troupe_value_what {
    troupe_value_end,
    troupe_value_nothing,
    troupe_value_true,
    troupe_value_signed,
    troupe_value_unsigned,
    troupe_value_text,
    troupe_value_flags, /* names in the text, with bars between them */
    troupe_value_address,
    troupe_value_unreadable, /* an address behind which nothing can be read */
    troupe_value_table,
    troupe_value_list,
    troupe_value_parts /* that are or-ed together: names, numbers, flags; the number is what they make, where is_spelled */
};

struct troupe_value {
    int what;          /* enum troupe_value_what */
    bool is_cut;       /* of a text: there is more of it; of an end: something was left out before it */
    bool is_spelled;   /* of an end: that is unreadable, from the number on */
    unsigned int name; /* of a member of a table or an argument: where it begins in the texts */
    unsigned int name_length;
    unsigned int text;
    unsigned int text_length;
    kernel_ulong_t number;
    const void* set; /* of flags, for troupe_flag_named */
};

struct troupe_values {
    const struct troupe_value* values;
    const char* texts;
    size_t count;
};

/* The arguments of the current event, decoded; strings no longer than that. NULL: there are none. Until the next call of it. */
const struct troupe_values* troupe_decode(size_t string_limit);
/* Those of the lower half of the bits, where the kernel looks at no more; `bits` becomes that. */
const char* troupe_flag_names(const void* set, kernel_ulong_t* bits, size_t* length);
/* All that there are. */
const char* troupe_flags_known(const void* set, size_t* length);
bool troupe_flag_named(const void* set, const char* name, size_t length, kernel_ulong_t* value, kernel_ulong_t* mask);
/* The name of a value of a kind that has names; NULL: none. */
const char* troupe_name_of_value(const void* kind, kernel_ulong_t value, size_t* length);

/* Times in ns. Of the event: its beginning on the monotonic clock, and how long the call took; false: not known. */
bool troupe_times(kernel_ulong_t* began, kernel_ulong_t* duration);
kernel_ulong_t troupe_monotonic(void);
kernel_ulong_t troupe_realtime(void);
/* When troupe has to call `ring`, on the monotonic clock; 0: never. */
void troupe_set_due(kernel_ulong_t when);

/* Descriptors that the current call is given; how many there are. */
int troupe_descriptors(int* out, int room);
/* What a descriptor is: 0 its path, 1 all that -yy says. NULL: there is none. Until the next call of it or of troupe_task_text. */
const char* troupe_descriptor_text(int what, int tid, int fd, size_t* length);
/* 0 name of the thread, 1 executable, 2 working directory, 3 command line with a NUL behind each argument, 4 lineage of the event's. */
const char* troupe_task_text(int what, int tid, size_t* length);
/* The process of a thread; 0: it is gone. */
int troupe_process_of(int tid);
/* A number of the event's thread that no other thread of this run has; 0: there is no event. */
unsigned int troupe_serial(void);
/* What the result of the call means, as it stands behind it. NULL: nothing more. */
const char* troupe_meaning(size_t* length);

/* Printing of the current call. show: 0 done, 1 there is no such event, 2 its line has begun, 3 its line was left out at its entry. */
int troupe_show(bool shown);
bool troupe_note(const char* text, size_t length);
bool troupe_kill(void);
