/* Requests of virtual machines, trusted environments and lines of general purpose. */
#define _GNU_SOURCE
#include <linux/gpio.h>
#include <linux/kvm.h>
#include <linux/tee.h>

#include "ioctls.h"

static void tell_virtual_machines(void) {
    const struct kvm_userspace_memory_region region = {1, KVM_MEM_READONLY | 0x100, 3, 4, 0x5000};
    TELL_NUMBER(KVM_GET_API_VERSION, 0, "0");
    TELL_NUMBER(KVM_CREATE_VM, 0, "0");
    TELL_NUMBER(KVM_CHECK_EXTENSION, 3, "<0x3:KVM_CAP_USER_MEMORY>");
    TELL_NUMBER(KVM_CHECK_EXTENSION, 0x7777, "<0x7777:?KVM_CAP>");
    TELL_NUMBER(KVM_GET_VCPU_MMAP_SIZE, 0, "0");
    TELL_NUMBER(KVM_CREATE_VCPU, 7, "7");
    TELL_NUMBER(KVM_RUN, 0, "0");
    TELL_TAKEN(KVM_SET_USER_MEMORY_REGION, region,
               "{slot=1, flags=<0x102:KVM_MEM_READONLY|0x100>, guest_phys_addr=0x3, memory_size=4, userspace_addr=0x5000}");
    TELL_NUMBER(KVM_GET_FPU, 0, "0");
    TELL_NUMBER(KVM_IRQ_LINE, 0, "0");
    TELL_NUMBER(KVM_CREATE_IRQCHIP, 0, "0");
    TELL_NUMBER(KVM_SET_TSS_ADDR, 0x1000, "0x1000");
}

static void tell_trusted_environments(void) {
    const struct tee_ioctl_version_data version = {TEE_IMPL_ID_OPTEE, TEE_OPTEE_CAP_TZ, TEE_GEN_CAP_GP};
    const struct tee_ioctl_shm_alloc_data share = {1, 2, 3};
    const struct tee_ioctl_shm_register_data shared = {1, 2, 3, 4};
    const struct tee_ioctl_cancel_arg cancel = {1, 2};
    const struct tee_ioctl_close_session_arg close = {1};
    TELL_FILLED(TEE_IOC_VERSION, version,
                "{impl_id=<0x1:TEE_IMPL_ID_OPTEE>, gen_caps=<0x1:TEE_GEN_CAP_GP>, impl_caps=<0x1:TEE_OPTEE_CAP_TZ>}");
    TELL_OBJECT(TEE_IOC_SHM_ALLOC, share, "{size=0x1, flags=<0x2:TEE_IOCTL_SHM_DMA_BUF>}",
                "{size=0x1, flags=<0x2:TEE_IOCTL_SHM_DMA_BUF>} => {size=0x1, flags=<0x2:TEE_IOCTL_SHM_DMA_BUF>, id=3}");
    TELL_OBJECT(TEE_IOC_SHM_REGISTER, shared, "{addr=0x1, length=0x2, flags=<0x3:TEE_IOCTL_SHM_MAPPED|TEE_IOCTL_SHM_DMA_BUF>}",
                "{addr=0x1, length=0x2, flags=<0x3:TEE_IOCTL_SHM_MAPPED|TEE_IOCTL_SHM_DMA_BUF>} => {length=0x2, "
                "flags=<0x3:TEE_IOCTL_SHM_MAPPED|TEE_IOCTL_SHM_DMA_BUF>, id=4}");
    TELL_TAKEN(TEE_IOC_CANCEL, cancel, "{cancel_id=1, session=0x2}");
    TELL_TAKEN(TEE_IOC_CLOSE_SESSION, close, "{session=0x1}");
    const struct {
        struct tee_ioctl_invoke_arg call;
        struct tee_ioctl_param parameter;
    } call = {{1, 2, 3, 4, 5, 1}, {TEE_IOCTL_PARAM_ATTR_TYPE_VALUE_INPUT, 2, 3, 4}};
    const struct tee_ioctl_buf_data data = {0, sizeof(call)};
    TELL_OBJECT(TEE_IOC_INVOKE, data, "{buf_len=56, buf_ptr=NULL}", "{buf_len=56, buf_ptr=NULL}");
    TELL_OBJECT(TEE_IOC_OPEN_SESSION, data, "{buf_len=56, buf_ptr=NULL}", "{buf_len=56, buf_ptr=NULL}");
    TELL_OBJECT(TEE_IOC_SUPPL_RECV, data, "{buf_len=56, buf_ptr=NULL}", "{buf_len=56, buf_ptr=NULL}");
    TELL_OBJECT(TEE_IOC_SUPPL_SEND, data, "{buf_len=56, buf_ptr=NULL}", "{buf_len=56, buf_ptr=NULL}");
}

static void tell_lines(void) {
    const struct gpiochip_info chip = {"chip", "label", 3};
    const struct gpioline_info line = {1, GPIOLINE_FLAG_KERNEL | GPIOLINE_FLAG_IS_OUT, "name", "user"};
    const struct gpiohandle_request handles = {{1, 2}, GPIOHANDLE_REQUEST_OUTPUT, {1, 0}, "user", 2, 5};
    const struct gpioevent_request event = {1, GPIOHANDLE_REQUEST_INPUT, GPIOEVENT_REQUEST_BOTH_EDGES, "user", 5};
    const struct gpiohandle_data values = {{1, 0, 1}};
    const struct gpiohandle_config config = {GPIOHANDLE_REQUEST_OUTPUT, {1}, {0}};
    const struct gpio_v2_line_request request2 = {
        .offsets = {1}, .consumer = "user", .config = {.flags = GPIO_V2_LINE_FLAG_INPUT}, .num_lines = 1, .event_buffer_size = 2, .fd = 5};
    const struct gpio_v2_line_values values2 = {1, 3};
    const unsigned offset = 7;
    TELL_FILLED(GPIO_GET_CHIPINFO_IOCTL, chip, "{name=\"chip\", label=\"label\", lines=3}");
    TELL_OBJECT(GPIO_GET_LINEINFO_IOCTL, line, "{line_offset=1}",
                "{line_offset=1} => {flags=<0x3:GPIOLINE_FLAG_KERNEL|GPIOLINE_FLAG_IS_OUT>, name=\"name\", consumer=\"user\"}");
    TELL_OBJECT(GPIO_GET_LINEINFO_WATCH_IOCTL, line, "{line_offset=1}",
                "{line_offset=1} => {flags=<0x3:GPIOLINE_FLAG_KERNEL|GPIOLINE_FLAG_IS_OUT>, name=\"name\", consumer=\"user\"}");
    TELL_TAKEN(GPIO_GET_LINEINFO_UNWATCH_IOCTL, offset, "{offset=7}");
    TELL_OBJECT(
        GPIO_GET_LINEHANDLE_IOCTL, handles,
        "{lines=2, lineoffsets=[1, 2], flags=<0x2:GPIOHANDLE_REQUEST_OUTPUT>, default_values=[1, 0], consumer_label=\"user\"}",
        "{lines=2, lineoffsets=[1, 2], flags=<0x2:GPIOHANDLE_REQUEST_OUTPUT>, default_values=[1, 0], consumer_label=\"user\"} => {fd=5}");
    TELL_OBJECT(GPIO_GET_LINEEVENT_IOCTL, event,
                "{lineoffset=1, handleflags=<0x1:GPIOHANDLE_REQUEST_INPUT>, eventflags=<0x3:GPIOEVENT_REQUEST_BOTH_EDGES>, "
                "consumer_label=\"user\"}",
                "{lineoffset=1, handleflags=<0x1:GPIOHANDLE_REQUEST_INPUT>, eventflags=<0x3:GPIOEVENT_REQUEST_BOTH_EDGES>, "
                "consumer_label=\"user\"} => {fd=5}");
    TELL_FILLED_AND_TAKEN(
        GPIOHANDLE_GET_LINE_VALUES_IOCTL, GPIOHANDLE_SET_LINE_VALUES_IOCTL, values,
        either("{values=[1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...]}",
               "{values=[1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "
               "0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}"));
    TELL_TAKEN(
        GPIOHANDLE_SET_CONFIG_IOCTL, config,
        either(
            "{flags=<0x2:GPIOHANDLE_REQUEST_OUTPUT>, default_values=[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "
            "0, 0, 0, 0, 0, 0, 0, 0, 0, ...]}",
            "{flags=<0x2:GPIOHANDLE_REQUEST_OUTPUT>, default_values=[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "
            "0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}"));
    TELL_OBJECT(
        GPIO_V2_GET_LINE_IOCTL, request2,
        "{num_lines=1, offsets=[1], consumer=\"user\", config={flags=<0x4:GPIO_V2_LINE_FLAG_INPUT>, num_attrs=0}, event_buffer_size=2}",
        "{num_lines=1, offsets=[1], consumer=\"user\", config={flags=<0x4:GPIO_V2_LINE_FLAG_INPUT>, num_attrs=0}, event_buffer_size=2} => "
        "{fd=5}");
    TELL_OBJECT(GPIO_V2_LINE_GET_VALUES_IOCTL, values2, "{mask=0x3}", "{mask=0x3} => {bits=0x1}");
    TELL_TAKEN(GPIO_V2_LINE_SET_VALUES_IOCTL, values2, "{bits=0x1, mask=0x3}");
}

static void tell_calls(void) {
    tell_virtual_machines();
    tell_trusted_environments();
    tell_lines();
}

int main(int argc, char** argv) { return tell_main(argc, argv, OPTIONS_OF_IOCTLS); }
