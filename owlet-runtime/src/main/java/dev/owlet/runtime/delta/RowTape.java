package dev.owlet.runtime.delta;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** What a {@link RecordConsumer} is told of one row, as bytes that can be told again. Not thread-safe. */
final class RowTape extends RecordConsumer {
    private static final byte FIELD = 1;
    private static final byte END = 2;
    private static final byte GROUP = 3;
    private static final byte FALSE = 4;
    private static final byte TRUE = 5;
    private static final byte INT = 6;
    private static final byte LONG = 7;
    private static final byte FLOAT = 8;
    private static final byte DOUBLE = 9;
    private static final byte BINARY = 10;

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int size;

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    @Override
    public void startMessage() {
        size = 0;
    }

    @Override
    public void endMessage() {
        op(END, 0);
    }

    @Override
    public void startField(String field, int index) {
        int at = op(FIELD, Short.BYTES);
        SHORTS.set(bytes, at, (short) index);
    }

    @Override
    public void endField(String field, int index) {
        op(END, 0);
    }

    @Override
    public void startGroup() {
        op(GROUP, 0);
    }

    @Override
    public void endGroup() {
        op(END, 0);
    }

    @Override
    public void addBoolean(boolean value) {
        op(value ? TRUE : FALSE, 0);
    }

    @Override
    public void addInteger(int value) {
        int at = op(INT, Integer.BYTES);
        INTS.set(bytes, at, value);
    }

    @Override
    public void addLong(long value) {
        int at = op(LONG, Long.BYTES);
        LONGS.set(bytes, at, value);
    }

    @Override
    public void addFloat(float value) {
        int at = op(FLOAT, Float.BYTES);
        INTS.set(bytes, at, Float.floatToRawIntBits(value));
    }

    @Override
    public void addDouble(double value) {
        int at = op(DOUBLE, Double.BYTES);
        LONGS.set(bytes, at, Double.doubleToRawLongBits(value));
    }

    @Override
    public void addBinary(Binary value) {
        byte[] source = value.getBytesUnsafe();
        int at = op(BINARY, Integer.BYTES + source.length);
        INTS.set(bytes, at, source.length);
        System.arraycopy(source, 0, bytes, at + Integer.BYTES, source.length);
    }

    /** @return where the {@code length} bytes after the mark begin */
    private int op(byte mark, int length) {
        int at = size;
        size = Math.addExact(at + 1, length);
        if (size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size, bytes.length + (bytes.length >> 1)));
        }
        bytes[at] = mark;
        return at + 1;
    }

    /** Tells the fields of a row that begins in {@code tape} again, but for the beginning and end of the message. */
    static void tell(byte[] tape, int from, MessageType schema, RecordConsumer out) {
        group(tape, from, schema, out);
    }

    /** @return where what comes after the group begins */
    private static int group(byte[] tape, int from, GroupType type, RecordConsumer out) {
        int at = from;
        while (tape[at++] == FIELD) {
            int index = Short.toUnsignedInt((short) SHORTS.get(tape, at));
            Type field = type.getType(index);
            out.startField(field.getName(), index);
            at = values(tape, at + Short.BYTES, field, out);
            out.endField(field.getName(), index);
        }
        return at;
    }

    private static int values(byte[] tape, int from, Type field, RecordConsumer out) {
        int at = from;
        while (true) {
            switch (tape[at++]) {
                case END -> {
                    return at;
                }
                case GROUP -> {
                    out.startGroup();
                    at = group(tape, at, field.asGroupType(), out);
                    out.endGroup();
                }
                case FALSE -> out.addBoolean(false);
                case TRUE -> out.addBoolean(true);
                case INT -> {
                    out.addInteger((int) INTS.get(tape, at));
                    at += Integer.BYTES;
                }
                case LONG -> {
                    out.addLong((long) LONGS.get(tape, at));
                    at += Long.BYTES;
                }
                case FLOAT -> {
                    out.addFloat(Float.intBitsToFloat((int) INTS.get(tape, at)));
                    at += Float.BYTES;
                }
                case DOUBLE -> {
                    out.addDouble(Double.longBitsToDouble((long) LONGS.get(tape, at)));
                    at += Double.BYTES;
                }
                case BINARY -> {
                    int length = (int) INTS.get(tape, at);
                    out.addBinary(Binary.fromConstantByteArray(tape, at + Integer.BYTES, length));
                    at += Integer.BYTES + length;
                }
                default -> throw new IllegalStateException("no row begins here");
            }
        }
    }
}
