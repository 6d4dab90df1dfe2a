using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Restate.Actors.Internal.Http;

namespace Restate.Actors.Admin;

/// <summary>A query over the server's tables. Written as an interpolated text, whose values become SQL literals: they cannot change the query.</summary>
/// <remarks>
/// <c>$"SELECT id FROM sys_invocation WHERE target_service_key = {key} AND status IN {statuses}"</c>. Do not put quotes around the braces.
/// Values can be texts, numbers, booleans, Guids, points in time, lists of texts, which become <c>('a', 'b')</c>, and other queries, which are put in as they are.
/// </remarks>
[InterpolatedStringHandler]
public sealed class SqlQuery
{
    private readonly StringBuilder _text;

    /// <summary>Starts a query. Called by the compiler.</summary>
    /// <param name="literalLength">The length of the constant parts.</param>
    /// <param name="formattedCount">The number of values.</param>
    public SqlQuery(int literalLength, int formattedCount)
    {
        _text = new StringBuilder(literalLength + (formattedCount * 16));
    }

    /// <summary>Takes a text as it is. Never put values of others into it.</summary>
    /// <param name="sql">The query.</param>
    /// <returns>The query.</returns>
    public static SqlQuery Raw(string sql)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        var query = new SqlQuery(sql.Length, 0);
        query.AppendLiteral(sql);
        return query;
    }

    /// <summary>Adds a constant part. Called by the compiler.</summary>
    /// <param name="text">The part.</param>
    public void AppendLiteral(string text) => _text.Append(text);

    /// <summary>Adds a text as a literal.</summary>
    /// <param name="value">The text; <see langword="null"/> is NULL, which equals nothing in SQL.</param>
    /// <exception cref="ArgumentException">The text is not valid Unicode.</exception>
    public void AppendFormatted(string? value)
    {
        if (value is null)
        {
            _text.Append("NULL");
            return;
        }

        if (!UnicodeText.IsValid(value))
        {
            throw new ArgumentException("A value of the query is not valid Unicode text: it holds half of a surrogate pair.", nameof(value));
        }

        _text.Append('\'').Append(value.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
    }

    /// <summary>Adds a list of texts: <c>('a', 'b')</c>.</summary>
    /// <param name="values">The texts.</param>
    /// <exception cref="ArgumentException">There is none, which SQL cannot express.</exception>
    public void AppendFormatted(IEnumerable<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var start = _text.Length;
        foreach (var value in values)
        {
            _text.Append(_text.Length == start ? "(" : ", ");
            AppendFormatted(value);
        }

        if (_text.Length == start)
        {
            throw new ArgumentException("A list in the query is empty. SQL has no empty list: leave the condition out.", nameof(values));
        }

        _text.Append(')');
    }

    /// <summary>Adds a whole number.</summary>
    /// <param name="value">The number.</param>
    public void AppendFormatted(long value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Adds a whole number, such as a partition key.</summary>
    /// <param name="value">The number.</param>
    public void AppendFormatted(ulong value) => _text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Adds a number.</summary>
    /// <param name="value">The number; finite.</param>
    public void AppendFormatted(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException($"A value of the query is {value}; SQL has finite numbers only.", nameof(value));
        }

        _text.Append(CultureInfo.InvariantCulture, $"{value:R}");
    }

    /// <summary>Adds a truth value.</summary>
    /// <param name="value">The value.</param>
    public void AppendFormatted(bool value) => _text.Append(value ? "TRUE" : "FALSE");

    /// <summary>Adds a Guid as the text that is a key's: lower case, with hyphens.</summary>
    /// <param name="value">The Guid.</param>
    public void AppendFormatted(Guid value) => AppendFormatted(value.ToString("D"));

    /// <summary>Adds a point in time.</summary>
    /// <param name="value">The time. The server stores milliseconds.</param>
    public void AppendFormatted(DateTimeOffset value) => _text.Append(CultureInfo.InvariantCulture, $"TIMESTAMP '{value.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffff}Z'");

    /// <summary>Adds another query, such as a condition or a list of columns, as it is.</summary>
    /// <param name="part">The part.</param>
    public void AppendFormatted(SqlQuery part)
    {
        ArgumentNullException.ThrowIfNull(part);
        _text.Append(part._text);
    }

    /// <summary>Returns the query as it is sent.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _text.ToString();
}
