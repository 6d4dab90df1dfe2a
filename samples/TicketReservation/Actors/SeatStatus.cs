using System.Text.Json.Serialization;

namespace TicketReservation.Actors;

/// <summary>What is the matter with a seat that is not free.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SeatStatus>))]
public enum SeatStatus
{
    Held,
    Paying,
    Sold,
}
