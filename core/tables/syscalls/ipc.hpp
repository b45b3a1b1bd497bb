#pragma once

#include "core/tables/flags/machine.hpp"
#include "core/tables/flags/memory_calls.hpp"
#include "core/tables/flags/open.hpp"
#include "core/tables/flags/system_v.hpp"
#include "core/tables/ioctls/own.hpp"
#include "core/tables/structs/call_options.hpp"
#include "core/tables/structs/machine.hpp"
#include "core/tables/structs/system_v.hpp"
#include "core/tables/structs/times.hpp"
#include "core/tables/syscalls/choices.hpp"
#include "core/tables/syscalls/row.hpp"
#include "core/tables/values/system_v.hpp"

/// System V and POSIX message queues, semaphores and shared memory.
namespace troupe::rows {

/// A key is a number that programs agreed upon, but for IPC_PRIVATE: it decides about itself.
inline constexpr auto keys = choose(with(commands(0), in(value(private_keys), "key")), otherwise(in(hex_int, "key")));

/// IPC_SET, IPC_STAT, IPC_INFO and those of each kind; with IPC_64 as the C library of i386 asks for them.
inline constexpr auto of_shared_memory =
    choose(with(commands(1, 0x101), in(structure(set_shared_memory_layout), "buf")),
           with(commands(2, 13, 15, 0x102, 0x10d, 0x10f), out(structure(shared_memory_layout), "buf")),
           with(commands(3, 0x103), out(structure(shared_memory_limits_layout), "buf")),
           with(commands(14, 0x10e), out(structure(shared_memory_use_layout), "buf")), otherwise(in(pointer, "buf")));
inline constexpr auto of_message_queue =
    choose(with(commands(1, 0x101), in(structure(set_message_queue_layout), "buf")),
           with(commands(2, 11, 13, 0x102, 0x10b, 0x10d), out(structure(message_queue_layout), "buf")),
           with(commands(3, 12, 0x103, 0x10c), out(structure(message_queue_limits_layout), "buf")), otherwise(in(pointer, "buf")));
inline constexpr auto of_semaphores =
    choose(with(commands(1, 0x101), in(structure(set_semaphores_layout), "arg")),
           with(commands(2, 18, 20, 0x102, 0x112, 0x114), out(structure(semaphores_layout), "arg")),
           with(commands(3, 19, 0x103, 0x113), out(structure(semaphore_limits_layout), "arg")), otherwise(in(pointer, "arg")));

/// The same through `ipc`, where it is a word behind a pointer, [0x1], also where the structure behind that is not shown.
inline constexpr Kind union_word{.tag = Tag::own_memory, .own = Own::union_word};
inline constexpr Kind set_semaphores_behind_word{.tag = Tag::own_memory, .layout = &set_semaphores_layout, .own = Own::union_word};
inline constexpr Kind semaphores_behind_word{.tag = Tag::own_memory, .layout = &semaphores_layout, .own = Own::union_word};
inline constexpr auto of_semaphores_through_ipc =
    choose(with(commands(1, 0x101), in(set_semaphores_behind_word, "arg")),
           with(commands(2, 18, 20, 0x102, 0x112, 0x114), filled(Filled::always, out(semaphores_behind_word, "arg"))),
           with(commands(3, 19, 0x103, 0x113), out(structure(semaphore_limits_layout), "arg")), otherwise(in(union_word, "arg")));
inline constexpr Signature semctl_through_ipc =
    takes(in(signed_int, "semid"), in(signed_int, "semnum"), in(word_parts(semaphore_command), "cmd"),
          in(selected(2, of_semaphores_through_ipc), "arg"));
/// Where the word cannot be read.
inline constexpr Signature semctl_of_pointer =
    takes(in(signed_int, "semid"), in(signed_int, "semnum"), in(word_parts(semaphore_command), "cmd"), in(pointer, "arg"));
/// Where the place and the type of a message could not be read, or the call failed: the pointer to them is shown, and no type.
inline constexpr Signature msgrcv_of_pointer =
    takes(in(signed_int, "msqid"), in(pointer, "msgp"), in(unsigned_long, "msgsz"), unseen, in(flags(queue_flags), "msgflg"));

/// O_CREAT (asm-generic/fcntl.h)
inline constexpr std::uint64_t creates_queue = 0100;

inline constexpr Kind semaphore_operation = structure(semaphore_operation_layout);

inline constexpr Signature semtimedop_on_i386 = takes(in(signed_int, "semid"), in(array(semaphore_operation, length::argument(2)), "sops"),
                                                      in(unsigned_int, "nsops"), in(structure(timespec32_layout), "timeout"));
inline constexpr Signature mq_timedsend_on_i386 =
    takes(in(fd, "mqdes"), in(bytes(length::argument(2)), "msg_ptr"), in(unsigned_long, "msg_len"), in(unsigned_int, "msg_prio"),
          in(structure(timespec32_layout), "abs_timeout"));
inline constexpr Signature mq_timedreceive_on_i386 =
    takes(in(fd, "mqdes"), out(bytes(length::result), "msg_ptr"), in(unsigned_long, "msg_len"), out(pointed(unsigned_int), "msg_prio"),
          in(structure(timespec32_layout), "abs_timeout"));

inline constexpr auto ipc = std::to_array<SyscallRow>({
    ipc_call(2, call("semget", {64, 393, 64}, in_class::ipc, signed_long,
                     takes(in(selected(0, keys), "key"), in(signed_int, "nsems"), in(creation_flags(queue_creation_flags), "semflg")))),
    ipc_call(1,
             call("semop", {65, absent, 65}, in_class::ipc, signed_long,
                  takes(in(signed_int, "semid"), in(array(semaphore_operation, length::argument(2)), "sops"), in(unsigned_int, "nsops")))),
    ipc_call(4, call("semtimedop", {220, absent, 220}, in_class::ipc, signed_long,
                     takes(in(signed_int, "semid"), in(array(semaphore_operation, length::argument(2)), "sops"), in(unsigned_int, "nsops"),
                           in(structure(timespec_layout), "timeout")),
                     &semtimedop_on_i386)),
    call("semtimedop_time64", {absent, 420, absent}, in_class::ipc, signed_long,
         takes(in(signed_int, "semid"), in(array(semaphore_operation, length::argument(2)), "sops"), in(unsigned_int, "nsops"),
               in(structure(timespec_layout), "timeout"))),
    ipc_call(3,
             call("semctl", {66, 394, 66}, in_class::ipc, signed_long,
                  takes(in(signed_int, "semid"), in(signed_int, "semnum"), in(word_parts(semaphore_command), "cmd"),
                        in(selected(2, of_semaphores), "arg"))),
             ThroughIpc::union_behind_pointer),
    ipc_call(23, call("shmget", {29, 395, 29}, in_class::ipc, signed_long,
                      takes(in(selected(0, keys), "key"), in(unsigned_long, "size"),
                            in(creation_flags(shared_memory_creation_flags), "shmflg")))),
    ipc_call(21,
             call("shmat", {30, 397, 30}, in_class::memory | in_class::ipc, hex,
                  takes(in(signed_int, "shmid"), in(pointer, "shmaddr"), in(flags(shmat_flags), "shmflg"))),
             ThroughIpc::answer_behind_pointer),
    ipc_call(22, call("shmdt", {67, 398, 67}, in_class::memory | in_class::ipc, signed_long, takes(in(pointer, "shmaddr")))),
    ipc_call(24,
             call("shmctl", {31, 396, 31}, in_class::ipc, signed_long,
                  takes(in(signed_int, "shmid"), in(word_parts(shared_memory_command), "cmd"), in(selected(1, of_shared_memory), "buf")))),
    ipc_call(13, call("msgget", {68, 399, 68}, in_class::ipc, signed_long,
                      takes(in(selected(0, keys), "key"), in(creation_flags(queue_creation_flags), "msgflg")))),
    ipc_call(11, call("msgsnd", {69, 400, 69}, in_class::ipc, signed_long,
                      takes(in(signed_int, "msqid"), in(queue_message(length::argument(2)), "msgp"), in(unsigned_long, "msgsz"),
                            in(flags(queue_flags), "msgflg")))),
    ipc_call(12,
             call("msgrcv", {70, 401, 70}, in_class::ipc, signed_long,
                  takes(in(signed_int, "msqid"), out(queue_message(length::argument(2)), "msgp"), in(unsigned_long, "msgsz"),
                        in(signed_long, "msgtyp"), in(flags(queue_flags), "msgflg"))),
             ThroughIpc::message_behind_pointer),
    ipc_call(14,
             call("msgctl", {71, 402, 71}, in_class::ipc, signed_long,
                  takes(in(signed_int, "msqid"), in(word_parts(message_queue_command), "cmd"), in(selected(1, of_message_queue), "buf")))),
    call("ipc", {absent, 117, absent}, in_class::ipc, signed_long,
         takes(in(word_parts(ipc_calls), "call"), in(hex, "first"), in(hex, "second"), in(hex, "third"), in(hex, "ptr"), in(hex, "fifth"))),
    call("mq_open", {240, 277, 240}, in_class::desc, fd,
         takes(in(path, "name"), in(flags(open_flags), "oflag"), only_if(1, creates_queue, in(octal, "mode")),
               only_if(1, creates_queue, in(structure(new_queue_layout), "attr")))),
    call("mq_unlink", {241, 278, 241}, in_class::none, signed_long, takes(in(path, "name"))),
    call("mq_timedsend", {242, 279, 242}, in_class::desc, signed_long,
         takes(in(fd, "mqdes"), in(bytes(length::argument(2)), "msg_ptr"), in(unsigned_long, "msg_len"), in(unsigned_int, "msg_prio"),
               in(structure(timespec_layout), "abs_timeout")),
         &mq_timedsend_on_i386),
    call("mq_timedsend_time64", {absent, 418, absent}, in_class::desc, signed_long,
         takes(in(fd, "mqdes"), in(bytes(length::argument(2)), "msg_ptr"), in(unsigned_long, "msg_len"), in(unsigned_int, "msg_prio"),
               in(structure(timespec_layout), "abs_timeout"))),
    call("mq_timedreceive", {243, 280, 243}, in_class::desc, signed_long,
         takes(in(fd, "mqdes"), out(bytes(length::result), "msg_ptr"), in(unsigned_long, "msg_len"), out(pointed(unsigned_int), "msg_prio"),
               in(structure(timespec_layout), "abs_timeout")),
         &mq_timedreceive_on_i386),
    call("mq_timedreceive_time64", {absent, 419, absent}, in_class::desc, signed_long,
         takes(in(fd, "mqdes"), out(bytes(length::result), "msg_ptr"), in(unsigned_long, "msg_len"), out(pointed(unsigned_int), "msg_prio"),
               in(structure(timespec_layout), "abs_timeout"))),
    call("mq_notify", {244, 281, 527}, in_class::desc, signed_long, takes(in(fd, "mqdes"), in(structure(signal_event_layout), "sevp"))),
    call("mq_getsetattr", {245, 282, 245}, in_class::desc, signed_long,
         takes(in(fd, "mqdes"), in(structure(queue_attributes_layout), "newattr"), out(structure(queue_attributes_layout), "oldattr"))),
});

}  // namespace troupe::rows
