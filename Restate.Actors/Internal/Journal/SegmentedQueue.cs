using System.Diagnostics.CodeAnalysis;

namespace Restate.Actors.Internal.Journal;

/// <summary>A queue in segments: it grows without copying, holds no large array, and lets go of what was taken.</summary>
/// <remarks>A journal has one entry or ten thousand. Not thread-safe.</remarks>
internal sealed class SegmentedQueue<T>
{
    private const int SmallestSegment = 2;
    private const int LargestSegment = 256;

    private Segment? _first;
    private Segment? _last;

    public int Count { get; private set; }

    public void Enqueue(in T item)
    {
        if (_last is null)
        {
            _first = _last = new Segment(SmallestSegment);
        }
        else if (_last.End == _last.Items.Length)
        {
            _last = _last.Next = new Segment(Math.Min(_last.Items.Length * 4, LargestSegment));
        }

        _last.Items[_last.End++] = item;
        Count++;
    }

    public ref readonly T Peek()
    {
        ThrowIfEmpty();
        return ref _first!.Items[_first.Start];
    }

    public T Dequeue()
    {
        ThrowIfEmpty();
        var segment = _first!;
        var item = segment.Items[segment.Start];
        segment.Items[segment.Start++] = default!;
        if (--Count == 0)
        {
            // The last segment is used again: a queue that is emptied each time stays small.
            segment.Start = 0;
            segment.End = 0;
        }
        else if (segment.Start == segment.Items.Length)
        {
            _first = segment.Next;
        }

        return item;
    }

    private void ThrowIfEmpty()
    {
        if (Count == 0)
        {
            ThrowEmpty();
        }
    }

    [DoesNotReturn]
    private static void ThrowEmpty() => throw new InvalidOperationException("The queue is empty.");

    private sealed class Segment(int size)
    {
        public T[] Items { get; } = new T[size];

        public int Start { get; set; }

        public int End { get; set; }

        public Segment? Next { get; set; }
    }
}
